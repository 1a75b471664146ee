import { createInMemoryStore } from '../../src/memory/in-memory-store.ts';
import { openMemoryIndex } from '../../src/project/sqlite-memory.ts';
import { describeMemoryStore } from './store-contract.ts';

describeMemoryStore('the store in memory', createInMemoryStore);

describeMemoryStore('the SQLite index', (entries) => {
  const index = openMemoryIndex(':memory:');
  const files = Map.groupBy(entries, (entry) => entry.from);
  index.sync([...files].map(([name, ofFile]) => ({ name, hash: '1', entries: () => ofFile })));
  return index;
});
