// Articles about invented negotiations, a line each, as ./parley import takes them: the same ones for the same seed.
//   node generate.mjs ARTICLES [SEED] > articles.jsonl
// Per 20 articles one proposal; ten attributed statements an article, nearly all of them about its proposal; 200 outlets.
const articles = Number(process.argv[2] ?? 1000);
let state = Number(process.argv[3] ?? 7);

// mulberry32: small, and the same everywhere
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];
const capital = (word) => word[0].toUpperCase() + word.slice(1);
const name = (syllables) => capital(Array.from({ length: syllables }, () => pick(SYLLABLES)).join(''));

const SYLLABLES = 'ba be bor dan del dor fa fel gar hel jo ka kel lan lor ma mer mir na nor os pa per ra rin sa sel ta tor val ven zor'.split(' ');
const FIRST = 'Anna Boris Clara Daniel Elena Felix Greta Hugo Irene Jonas Karin Leo Maria Nils Olga Paul Rosa Simon Tara Victor'.split(' ');
const OFFICES = ['foreign minister', 'prime minister', 'president', 'special envoy', 'defence minister', 'government spokesman'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const KINDS = ['plan', 'framework', 'draft', 'proposal'];
const SAID = [
  (who, day, what) => `${who} said on ${day} that ${what}.`,
  (who, day, what) => `“${capital(what)},” ${who} told reporters on ${day}.`,
  (who, day, what) => `${who} warned that ${what}.`,
  (who, day, what) => `According to ${who}, ${what}.`,
  (who, day, what) => `“${capital(what)},” said ${who}.`,
];
const VIEWS = [
  (p) => `the ${p} was a basis for further talks`,
  (p) => `the ${p} could not be accepted in its present form`,
  (p) => `his government supported the ${p} without reservation`,
  (p) => `the ${p} left the question of the border open`,
  (p) => `nobody had yet seen the last page of the ${p}`,
  (p) => `the ${p} would be signed before the end of the month`,
  (p) => `talks on the ${p} would go on for as long as it took`,
];
const FILLER = [
  'The delegations met behind closed doors for the third day in a row.',
  'Rain kept the crowds away from the lake front, where the tents of the broadcasters stood empty.',
  'Trade between the two countries has fallen by a third since the border was closed.',
  'The building, a former customs house, has been used for talks before.',
];

const outlets = Array.from({ length: 200 }, (_, i) => ({ name: `${name(3)} ${pick(['Herald', 'Courier', 'Wire', 'Gazette', 'Post'])}`, host: `outlet${i}.example.org` }));
const negotiations = Array.from({ length: Math.max(1, Math.ceil(articles / 20)) }, (_, i) => {
  const countries = [name(3) + 'ia', name(2) + 'land'];
  const people = Array.from({ length: 8 }, (_, n) => ({ full: `${pick(FIRST)} ${name(3)}`, office: OFFICES[n % OFFICES.length], country: countries[n % 2] }));
  return { countries, people, points: 5 + (i % 40), kind: pick(KINDS) };
});

for (let i = 0; i < articles; i++) {
  const outlet = pick(outlets);
  const negotiation = negotiations[i % negotiations.length];
  const [host, guest] = negotiation.countries;
  const proposal = `${negotiation.points}-point ${negotiation.kind}`;
  const published = new Date(Date.UTC(2027, 0, 4) + Math.floor((i / articles) * 300) * 86400000 + Math.floor(random() * 86400) * 1000);
  const paragraphs = [`Negotiators from ${host} and ${guest} returned on ${pick(DAYS)} to the ${proposal} that ${host} put forward last month.`];
  for (let s = 0; s < 10; s++) {
    const person = pick(negotiation.people);
    const who = s < 5 ? `${person.country}’s ${person.office} ${person.full}` : person.full;
    const sentence = pick(SAID)(who, pick(DAYS), pick(VIEWS)(proposal));
    paragraphs.push(s % 3 === 2 ? `${sentence} ${pick(FILLER)}` : sentence);
  }
  const headline = `${host} and ${guest} at odds over ${proposal}`;
  process.stdout.write(JSON.stringify({
    id: `bench-${i}`, outlet: outlet.name, url: `https://${outlet.host}/${i}`, headline,
    published: published.toISOString(), language: 'en', text: paragraphs.join('\n\n') + '\n',
  }) + '\n');
}
