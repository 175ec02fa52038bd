import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.env.PARLEY_URL ?? 'http://localhost:8080/graphql';

/** On your own machine reading needs no key; everything else does. */
export const key = process.env.PARLEY_KEY;

const authorization: Record<string, string> = key ? { Authorization: `Bearer ${key}` } : {};

// Browsers cannot send headers with a socket, so the key goes with the first message. In a browser leave webSocketImpl out.
const socket = createClient({
  url: url.replace(/^http/, 'ws'),
  webSocketImpl: WebSocket,
  connectionParams: authorization,
});

export const client = new Client({
  url,
  preferGetMethod: false,
  fetchOptions: { headers: authorization },
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => ({
          unsubscribe: socket.subscribe({ query: request.query ?? '', variables: request.variables }, sink),
        }),
      }),
    }),
  ],
});

export const close = () => socket.dispose();
