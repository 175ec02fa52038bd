import { client } from './client';
import { graphql } from './gql';
import type { StatementFilter } from './gql/graphql';

const Statements = graphql(`
  query Statements($filter: StatementFilter, $first: Int!, $after: String) {
    statements(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        id
        content
        form
        statedOn
        speaker {
          name
        }
        article {
          headline
          outlet {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** All statements that fit, page by page. A cursor holds its place although rows are added before it. */
export async function* statements(filter: StatementFilter, first = 10) {
  let after: string | null | undefined;
  do {
    const { data, error } = await client.query(Statements, { filter, first, after });
    // A service that is away empties its branch: what else came is in data.
    if (!data?.statements) throw error ?? new Error('no answer');
    yield* data.statements.nodes;
    after = data.statements.pageInfo.hasNextPage ? data.statements.pageInfo.endCursor : null;
  } while (after);
}
