import { client } from './client';
import { graphql } from './gql';
import type { StatementChangesSubscription, StatementFilter } from './gql/graphql';

const StatementChanges = graphql(`
  subscription StatementChanges($filter: StatementFilter, $after: String) {
    statementChanged(filter: $filter, after: $after) {
      cursor
      kind
      reason
      statement {
        content
        speaker {
          name
        }
        article {
          headline
        }
      }
    }
  }
`);

const HandIn = graphql(`
  mutation HandIn($input: ArticleInput!) {
    submitArticle(input: $input) {
      fate
    }
  }
`);

export type Change = NonNullable<StatementChangesSubscription['statementChanged']>;

/** Calls back with each change of statements that fit. Keep the cursor: given as after it goes on where one stopped, with nothing missed. */
export function follow(filter: StatementFilter, onChange: (change: Change) => void, after?: string) {
  return client.subscription(StatementChanges, { filter, after }).subscribe(({ data, error }) => {
    if (error) throw error;
    if (data?.statementChanged) onChange(data.statementChanged);
  });
}

/** Hands in an article; needs a key with the scope admin. */
export async function handIn(headline: string, text: string): Promise<string> {
  const { data, error } = await client.mutation(HandIn, { input: { headline, text, outlet: 'Example Gazette' } });
  if (!data?.submitArticle) throw error ?? new Error('no answer');
  return data.submitArticle.fate;
}
