import type { CodegenConfig } from '@graphql-codegen/cli';

// The schema as it is checked in; a running gateway has it at /schema.graphql.
const config: CodegenConfig = {
  schema: '../../../gateway/src/main/resources/META-INF/resources/schema.graphql',
  documents: 'src/*.ts',
  generates: {
    'src/gql/': {
      preset: 'client',
      config: { scalars: { Date: 'string', DateTime: 'string' }, enumsAsTypes: true, useTypeImports: true },
    },
  },
};
export default config;
