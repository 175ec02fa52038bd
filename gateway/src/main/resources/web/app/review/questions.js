/** What the review pages ask and send. */
import { RECEIPT } from '../parts/receipt.js';
import { STATEMENT } from '../parts/statement.js';

const SUBJECT = /* GraphQL */ `
  fragment SubjectParts on Node {
    id __typename
    ... on Statement { ...StatementParts }
    ... on Actor { name actorKind: kind aliases party { id name } }
    ... on Proposal { slug title }
    ... on Conflict { conflictKind: kind explanation resolution sides { value } }
  }
  ${STATEMENT}`;

export const QUEUE = /* GraphQL */ `
  query Queue($filter: ReviewFilter, $first: Int, $after: String) {
    reviewQueue(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes {
        id kind why confidence state receipts { ...ReceiptParts }
        subjects { ...SubjectParts }
      }
    }
  }
  ${RECEIPT} ${SUBJECT}`;

export const REVIEW = 'mutation Review($input: ReviewInput!) { review(input: $input) { decision { id verdict note by knownAt } } }';

export const DECIDED = /* GraphQL */ `
  query Decided($subject: ID!) { reviewDecisions(subject: $subject, first: 10) { nodes { id kind verdict note by knownAt undoneAt } } }`;

export const DECISIONS = /* GraphQL */ `
  query Decisions($subject: ID, $first: Int, $after: String) {
    reviewDecisions(subject: $subject, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id kind verdict note by knownAt undoneAt undoneBy subjects { ...SubjectParts } }
    }
  }
  ${SUBJECT}`;

export const UNDO = 'mutation Undo($id: ID!) { undoReview(id: $id) { decision { id undoneAt } } }';
