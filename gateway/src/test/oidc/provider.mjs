// A certified OpenID provider with one account, for the test that signs in with it.
import { Provider } from 'oidc-provider';

const [port, redirect] = process.argv.slice(2);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'parley', client_secret: 'not a secret', redirect_uris: [redirect] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['groups'] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: true, groups: ['editors'] }),
  }),
  pkce: { required: () => true },
});

provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
