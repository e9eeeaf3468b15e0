// One server for all journeys that only read; it stops when the run ends. ENTENTE_URL names one that runs already.
import { startServer } from "./server.ts";

export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ENTENTE_URL) return undefined;
  const server = await startServer();
  process.env.ENTENTE_URL = server.url;
  return async () => {
    await server.stop();
  };
}
