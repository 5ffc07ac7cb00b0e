import { queryClient, sessionOptions } from "./trpc.ts";

// Imported before the rest of the app: who is there is asked while the browser still reads that.
void queryClient.prefetchQuery(sessionOptions);
