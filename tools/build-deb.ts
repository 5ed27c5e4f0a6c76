/**
 * Makes a Debian package of what is built, with its own Node: `npm run package:deb`, or with `--out DIRECTORY` where it
 * shall lie. It needs `dpkg-deb` and asks no network.
 */
import { execFileSync } from "node:child_process";
import {
	chmodSync,
	cpSync,
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";

const root = dirname(import.meta.dirname);
const { values } = parseArgs({ options: { out: { type: "string", default: "dist-deb" } } });
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const architectures: Record<string, string> = { x64: "amd64", arm64: "arm64" };
const architecture = architectures[process.arch];
if (process.platform !== "linux" || !architecture)
	throw new Error(`No Debian package is made on ${process.platform} ${process.arch}.`);

execFileSync(process.execPath, [join(root, "tools/build.ts"), "--if-stale"], { stdio: "inherit" });

const tree = mkdtempSync(join(tmpdir(), "concord-deb-"));
try {
	layOut();
	mkdirSync(values.out, { recursive: true });
	const file = join(values.out, `concord_${version}_${architecture}.deb`);
	execFileSync(
		"dpkg-deb",
		["--root-owner-group", "-Zzstd", "-z3", "--threads-max=2", "--build", tree, file],
		{ stdio: ["ignore", "ignore", "inherit"] },
	);
	process.stdout.write(`${file}\n`);
} finally {
	rmSync(tree, { recursive: true, force: true });
}

/** Everything at the place where it will be installed. */
function layOut(): void {
	const into = (...path: string[]) => {
		const place = join(tree, ...path);
		mkdirSync(dirname(place), { recursive: true });
		return place;
	};
	const copy = (from: string, ...to: string[]) =>
		cpSync(join(root, from), into(...to), { recursive: true, verbatimSymlinks: true });

	for (const each of ["dist", "src/store/migrations", "protocols", "rehearsal", "package.json"])
		copy(each, "usr/lib/concord", each);
	for (const found of globSync("usr/lib/concord/{protocols,rehearsal}/**/*.ts", { cwd: tree }))
		rmSync(join(tree, found));
	for (const path of packagesToRun()) copy(path, "usr/lib/concord", path);
	cpSync(process.execPath, into("usr/lib/concord/node"));
	chmodSync(join(tree, "usr/lib/concord/node"), 0o755);

	copy("packaging/concord.service", "usr/lib/systemd/system/concord.service");
	copy("packaging/concord.env", "etc/concord/concord.env");
	copy("packaging/debian/concord", "usr/bin/concord");
	// All of it: pages lead from one folder to the other.
	copy("docs", "usr/share/doc/concord");
	copy("LICENSE", "usr/share/doc/concord/copyright");
	for (const script of ["postinst", "prerm", "postrm"])
		copy(`packaging/debian/${script}`, "DEBIAN", script);
	for (const program of ["usr/bin/concord", "DEBIAN/postinst", "DEBIAN/prerm", "DEBIAN/postrm"])
		chmodSync(join(tree, program), 0o755);
	// Until the package is configured, nobody but root reads what will hold secrets.
	chmodSync(join(tree, "etc/concord/concord.env"), 0o600);
	writeFileSync(into("DEBIAN/conffiles"), "/etc/concord/concord.env\n");
	const size = execFileSync("du", ["-sk", tree], { encoding: "utf8" }).split("\t")[0];
	writeFileSync(
		into("DEBIAN/control"),
		`Package: concord
Version: ${version}
Architecture: ${architecture}
Maintainer: Concord <root@localhost>
Installed-Size: ${size}
Depends: adduser, libc6 (>= 2.28), libstdc++6, tzdata, util-linux
Recommends: nginx | caddy | httpd, clamav-daemon
Section: web
Priority: optional
Description: resolving professional differences about the safety of a child
 Runs the escalation protocol of a UK child-safeguarding partnership: whose turn
 it is and by when, forms with working-day deadlines, and a record that proves
 itself. Brings its own Node and PostgreSQL.
`,
	);
}

/** The packages that Concord runs with, where they lie; not those it is made with, and no Node: it is put beside them. */
function packagesToRun(): string[] {
	const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
		packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
	};
	const nodes = /^node_modules\/node-(bin-)?(linux|darwin|win)-/;
	return (
		Object.entries(lock.packages)
			.filter(([path, { dev }]) => path !== "" && !dev && !nodes.test(path))
			.map(([path]) => path)
			.filter((path) => existsSync(join(root, path)))
			// What lies inside another comes with it.
			.filter((path) => !relative("node_modules", path).includes("/node_modules/"))
	);
}
