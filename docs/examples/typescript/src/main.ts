import { close, key } from './client';
import { follow, handIn } from './follow';
import { statements } from './list';
import { marked, newestArticle } from './receipts';

console.log('# What was said, ten at a time');
let seen = 0;
for await (const { speaker, content, article } of statements({ form: ['DIRECT', 'MIXED'] })) {
  console.log(`${speaker?.name ?? 'somebody'} (${article?.outlet?.name ?? 'unknown outlet'}): ${content}`);
  if (++seen === 25) break;
}
if (seen === 0) throw new Error('the list is empty: ./parley import something first');

console.log('\n# An article, with what is said in it marked');
const { headline, pieces } = await marked(await newestArticle());
console.log(headline);
console.log(pieces.map(({ text, speaker }) => (speaker ? `[${text}](${speaker})` : text)).join(''));
if (!pieces.some(({ speaker }) => speaker)) throw new Error('nothing is marked');

if (key) {
  console.log('\n# What changes while we watch');
  const text = `On Tuesday ${new Date().toISOString()} the minister of Velmara, Petra Halloran, said: "We are ready to talk about every point."`;
  await new Promise<void>((done, failed) => {
    const patience = setTimeout(() => failed(new Error('no change within a minute')), 60_000);
    const { unsubscribe } = follow({ text: 'talk about every point' }, ({ kind, statement, cursor }) => {
      console.log(`${kind}: ${statement?.speaker?.name}: ${statement?.content} (go on after ${cursor})`);
      clearTimeout(patience);
      unsubscribe();
      done();
    });
    // Time for the socket to open, so that the change comes after the subscription.
    setTimeout(() => handIn('Halloran ready to talk', text).then((fate) => console.log(`handed in: ${fate}`), failed), 1_000);
  });
}
await close();
