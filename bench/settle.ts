/**
 * Copies a data directory of generate.ts as this checkout's Concord, or another's, leaves it after its first hour: upgraded, its first sweep
 * done. What is measured on the copy need not wait for that.
 *
 *   npx tsx bench/settle.ts DIRECTORY/100k DIRECTORY/100k-settled [CHECKOUT]
 */
import { existsSync } from "node:fs";
import { projectRoot } from "../src/project-root.ts";
import { serve } from "./measuring/served.ts";

const [, , from, to, checkout = projectRoot] = process.argv;
if (!from || !to) throw new Error("Say from where and to where");
if (existsSync(to)) throw new Error(`${to} is there already`);
const served = await serve(from, { checkout, keptIn: to });
await served.sql.query("vacuum analyze");
await served.stop();
process.exit();
