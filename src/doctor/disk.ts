import { statfs } from "node:fs/promises";
import type { Disk } from "../domain/running/running.ts";

/** How much room there is for somebody who is not root on the disk of a directory. @throws Error where there is no such directory */
export async function diskOf(directory: string): Promise<Disk> {
	const { bavail, blocks, bsize } = await statfs(directory);
	return { free: bavail * bsize, size: blocks * bsize };
}
