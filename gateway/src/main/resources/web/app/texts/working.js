/** Texts of what administrators and reviewers do. */
export const working = {
  signIn: {
    key: 'Access key',
    hint: 'A key begins with “parley_”. The first one was shown when Parley was started, or is in the file it named. It is sent once; the browser keeps only a session of twelve hours.',
  },
  status: {
    version: 'Version',
    sources: 'Articles and outlets',
    events: 'The record',
    away: 'This service does not answer. What needs it is missing everywhere else; the rest works.',
    lag: 'Behind by',
    noLag: 'nothing',
    errors: 'Articles that could not be read',
    numbers: {
      articles: 'Articles', versions: 'Versions of articles', outlets: 'Outlets', feeds: 'Feeds', feedsBroken: 'Feeds broken',
      searchBacklog: 'Waiting to be searchable', duplicateBacklog: 'Waiting to be compared', givenUp: 'Given up',
      statements: 'Statements', proposals: 'Proposals', actors: 'Actors', pendingArticles: 'Articles waiting to be read',
      failedArticles: 'Articles that could not be read',
    },
  },
};
