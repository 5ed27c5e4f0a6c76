/**
 * A file of 25 MB sent to Concord over HTTP and fetched again: how long that takes, and how far the memory grows of the
 * process that serves it. `curl` is the browser, so that what it holds is not counted.
 *
 * npx tsx --expose-gc bench/files-over-http.ts
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { connect } from "../src/store/connect.ts";
import { migrate } from "../src/store/migrate.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { filePath, stepPath } from "../src/web/addresses.ts";
import { pages } from "../src/web/routes.ts";
import { buildServer } from "../src/web/server.ts";
import { raisedTo, testPartnership } from "../test/support/partnership.ts";
import { enter } from "../test/support/visitor.ts";
import { measured } from "./measured.ts";

const directory = mkdtempSync(join(tmpdir(), "concord-bench-files-"));
chmodSync(directory, 0o711);
const postgres = await startEmbeddedPostgres({ directory });
const { db, pool } = connect(postgres.url);
await migrate(pool);
const partnership = await testPartnership(db);
partnership.app.files.scanner = "none";
const id = await raisedTo(partnership, "raise");
const web = buildServer(partnership.app, {
	sessions: sessionStore(db),
	secret: "a secret for measuring, of enough letters",
	routes: [...pages, enter],
});
const address = await web.listen({ port: 0 });

const photo = join(directory, "photo.pdf");
writeFileSync(
	photo,
	Buffer.concat([Buffer.from("%PDF-1.7\n\0"), randomBytes(25 * 1024 * 1024 - 100)]),
);
const cookies = join(directory, "cookies");
const curl = async (...options: string[]) =>
	(
		await promisify(execFile)("curl", ["-s", "-b", cookies, "-c", cookies, ...options], {
			maxBuffer: 10 * 1024 * 1024,
		})
	).stdout;
const { id: head } = partnership.people.headteacher;
const token = /value="([^"]+)"/.exec(await curl(`${address}/enter/${head}`))?.[1] ?? "";
const step = `${address}${stepPath(id, "formal-resolution.sign-off")}`;
const send = (pressed: string, ...more: string[]) => {
	const fields = { _csrf: token, _key: crypto.randomUUID(), "act.ending": "signed", _do: pressed };
	return curl(
		...Object.entries(fields).flatMap(([name, value]) => ["-F", `${name}=${value}`]),
		...more,
		step,
	);
};

await curl(step);
for (const nth of [1, 2, 3, 4, 5])
	await measured(`sent, ${nth}`, () => send("add-files", "-F", `_files=@${photo}`));
await send("send");
const { id: file } = await db
	.selectFrom("file")
	.where("seq", "is not", null)
	.select("id")
	.limit(1)
	.executeTakeFirstOrThrow();
for (const nth of [1, 2, 3, 4, 5])
	await measured(`fetched, ${nth}`, () =>
		curl("-o", "/dev/null", `${address}${filePath(id, file)}`),
	);
await web.close();
await db.destroy();
await postgres.stop();
rmSync(directory, { recursive: true });
process.exit();
