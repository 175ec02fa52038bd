// The SQL of the join, the same for every target that writes SQL itself. Statements as Parley lists them: present rows, latest said first.
const columns = `r.statement_id id, r.content, r.form, r.stated_on "statedOn", r.article_id, r.sort_at,
  (select a.name from reading_speaker s join actor a on a.id = s.actor_id where s.reading_id = r.id order by s.position limit 1) speaker`;

export const proposal = 'select proposal_id id, title from proposal_now where proposal_id = $1';

export const byProposal = `select ${columns}
  from reading_about b join reading r on r.id = b.reading_id
  where b.proposal_id = $1 and b.leads and b.superseded_at is null and r.superseded_at is null
  order by b.sort_at desc, b.statement_id limit $2`;

export const byArticle = `select p.* from unnest($1::uuid[]) wanted(id) cross join lateral (select ${columns}
  from reading r where r.article_id = wanted.id and r.superseded_at is null
  order by r.sort_at desc, r.statement_id limit $2) p`;

export const one = `select ${columns} from reading r where r.statement_id = $1 and r.superseded_at is null`;

export const ofSpeaker = `select ${columns}
  from reading_speaker s join reading r on r.id = s.reading_id
  where s.actor_id = $1 and r.superseded_at is null
    and ($2::timestamptz is null or (s.sort_at, s.statement_id) < ($2::timestamptz, $3::uuid))
  order by s.sort_at desc, s.statement_id limit $4`;
