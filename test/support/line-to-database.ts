import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A way to a database that can be cut, or fall silent, and be mended. */
export type Line = {
	/** Where to connect to. */
	url: string;
	/** Nobody is let in, and who was in is thrown out. */
	cut: () => Promise<void>;
	/** Whoever comes is let in, and is never answered. */
	fallSilent: () => void;
	mend: () => Promise<void>;
	close: () => Promise<void>;
};

/** @param address of the database, by its socket: `postgres:///name?host=/directory&user=…` */
export async function lineTo(address: string): Promise<Line> {
	const { pathname, searchParams } = new URL(address);
	const socket = `${searchParams.get("host")}/.s.PGSQL.${searchParams.get("port") ?? 5432}`;
	const ends = new Set<Socket>();
	let isSilent = false;
	const server: Server = createServer((near) => {
		const far = connect(socket);
		for (const end of [near, far]) {
			ends.add(end);
			end.on("error", () => {});
			end.on("close", () => ends.delete(end));
		}
		near.on("close", () => far.destroy());
		far.on("close", () => near.destroy());
		near.pipe(far);
		far.on("data", (answer) => {
			if (!isSilent) near.write(answer);
		});
	});
	const listen = async (port: number) => {
		server.listen(port, "127.0.0.1");
		await once(server, "listening");
		return (server.address() as AddressInfo).port;
	};
	const port = await listen(0);
	const throwOut = () => {
		for (const end of ends) end.destroy();
	};
	const cut = async () => {
		const closed = once(server, "close");
		server.close();
		throwOut();
		await closed;
	};
	return {
		url: `postgres://${searchParams.get("user")}@127.0.0.1:${port}${pathname}`,
		cut,
		fallSilent: () => {
			isSilent = true;
		},
		mend: async () => {
			// What was asked meanwhile has lost its answers.
			if (isSilent) throwOut();
			isSilent = false;
			if (!server.listening) await listen(port);
		},
		close: async () => {
			if (server.listening) await cut();
		},
	};
}
