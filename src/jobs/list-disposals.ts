import type { App } from "../actions/app.ts";
import { listDisposalsOutside } from "../actions/dispose.ts";

/** After each disposal, and before each nightly backup: a list that was lost is whole again. */
export const listDisposals = (app: App): Promise<void> => listDisposalsOutside(app);
