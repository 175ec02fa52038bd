/** Which page is at which address. What only some people need is loaded when they go there. */
import { route } from './core/router.js';

const reading = {
  start: () => import('./pages/start.js'),
  proposal: () => import('./pages/proposal.js'),
  lists: () => import('./pages/lists.js'),
  statement: () => import('./pages/statement.js'),
  utterance: () => import('./pages/utterance.js'),
  actor: () => import('./pages/actor.js'),
  article: () => import('./pages/article.js'),
  search: () => import('./pages/search.js'),
  conflict: () => import('./pages/conflict.js'),
};

route('/', 'page-start', reading.start);
route('/proposals', 'page-proposals', reading.lists);
route('/proposals/:slug', 'page-proposal', reading.proposal);
route('/statements', 'page-search', reading.search);
route('/statements/:id', 'page-statement', reading.statement);
route('/utterances/:id', 'page-utterance', reading.utterance);
route('/actors', 'page-actors', reading.lists);
route('/actors/:id', 'page-actor', reading.actor);
route('/articles', 'page-articles', reading.lists);
route('/articles/:id', 'page-article', reading.article);
route('/conflicts', 'page-conflicts', reading.lists);
route('/conflicts/:id', 'page-conflict', reading.conflict);
route('/status', 'page-status', () => import('./pages/status.js'));
route('/sign-in', 'page-sign-in', () => import('./pages/sign-in.js'));
route('/search', 'page-search', reading.search);

const admin = (place, load) => route(`/admin/${place}`, `admin-${place}`, load);

route('/admin', 'admin-articles', () => import('./admin/articles.js'));
admin('articles', () => import('./admin/articles.js'));
admin('feeds', () => import('./admin/feeds.js'));
admin('outlets', () => import('./admin/outlets.js'));
admin('imports', () => import('./admin/imports.js'));
admin('keys', () => import('./admin/keys.js'));
admin('webhooks', () => import('./admin/webhooks.js'));
admin('audit', () => import('./admin/audit.js'));

route('/review', 'review-queue', () => import('./review/queue.js'));
route('/review/decisions', 'review-decisions', () => import('./review/decisions.js'));
route('/review/merge', 'review-merge', () => import('./review/merge.js'));
route('/review/merge-proposals', 'review-merge-proposals', () => import('./review/merge.js'));
