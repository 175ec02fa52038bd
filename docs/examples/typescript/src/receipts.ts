import { client } from './client';
import { graphql } from './gql';

const ArticleWithReceipts = graphql(`
  query ArticleWithReceipts($id: ID!) {
    article(id: $id) {
      headline
      text
      statements(first: 100) {
        nodes {
          speaker {
            name
          }
          receipts {
            field
            placement
            exact
            current {
              start
              end
            }
          }
        }
      }
    }
  }
`);

const Newest = graphql(`
  query Newest {
    statements(first: 1) {
      nodes {
        articleId
      }
    }
  }
`);

/** A piece of a text: said by somebody, or what stands between. */
export type Piece = { text: string; speaker?: string };

/** The text of an article in pieces, with what is said marked. Offsets count as JavaScript's strings do. */
export async function marked(id: string): Promise<{ headline: string; pieces: Piece[] }> {
  const { data, error } = await client.query(ArticleWithReceipts, { id });
  const article = data?.article;
  if (!article?.text || !article.statements) throw error ?? new Error('no such article');
  const { text } = article;

  const spans = article.statements.nodes
    .flatMap(({ speaker, receipts }) => receipts.map((receipt) => ({ ...receipt, speaker: speaker?.name ?? 'unknown' })))
    .flatMap(({ field, current, exact, speaker }) => (field === 'TEXT' && current ? [{ ...current, exact, speaker }] : []))
    .sort((one, other) => one.start - other.start);

  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, exact, speaker } of spans) {
    if (text.slice(start, end) !== exact) throw new Error(`the receipt at ${start} does not hold`);
    // A saying within a saying has been shown with the outer one.
    if (start < at) continue;
    pieces.push({ text: text.slice(at, start) }, { text: text.slice(start, end), speaker });
    at = end;
  }
  pieces.push({ text: text.slice(at) });
  return { headline: article.headline ?? '', pieces };
}

export async function newestArticle(): Promise<string> {
  const { data, error } = await client.query(Newest, {});
  const id = data?.statements?.nodes[0]?.articleId;
  if (!id) throw error ?? new Error('there are no statements yet');
  return id;
}
