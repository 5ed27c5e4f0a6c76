import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/**
 * A way from one port of this machine to another that can go dead as a cut cable does: whoever is connected hears nothing
 * more, whoever comes is let in and never answered.
 */
export type Line = {
	goDead: () => void;
	mend: () => void;
	close: () => Promise<void>;
};

export async function lineFrom(port: number, to: number): Promise<Line> {
	const ends = new Set<Socket>();
	let isDead = false;
	const server = createServer((near) => {
		const far = isDead ? undefined : connect(to, "127.0.0.1");
		for (const end of [near, ...(far ? [far] : [])]) {
			ends.add(end);
			end.setNoDelay(true);
			end.on("error", () => {});
			end.on("close", () => ends.delete(end));
		}
		near.on("close", () => far?.destroy());
		far?.on("close", () => {
			if (!isDead) near.destroy();
		});
		near.on("data", (said) => {
			if (!isDead) far?.write(said);
		});
		far?.on("data", (said) => {
			if (!isDead) near.write(said);
		});
	});
	server.listen(port, "127.0.0.1");
	await once(server, "listening");
	const throwOut = () => {
		for (const end of ends) end.destroy();
	};
	return {
		goDead: () => {
			isDead = true;
		},
		mend: () => {
			isDead = false;
			throwOut();
		},
		close: async () => {
			const closed = once(server, "close");
			server.close();
			throwOut();
			await closed;
		},
	};
}
