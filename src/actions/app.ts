import type { NightlyBackup } from "../backup/make-backup.ts";
import type { Beside } from "../beside/beside.ts";
import type { PublishesHeads } from "../chain/head.ts";
import type { FileLimits } from "../domain/files.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { Disk } from "../domain/running/running.ts";
import type { Scanner } from "../files/clamd.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import type { Transport } from "../mail/transport.ts";
import type { SignInProvider } from "../providers/provider.ts";
import type { Calendars } from "../store/calendars.ts";
import type { Db, Trx } from "../store/db.ts";
import type { Library } from "../store/protocols.ts";
import type { Post } from "../webhooks/post.ts";
import type { Seal } from "./seal.ts";

/** An act: from its first entry to its last. */
export type ActDone = { partnershipId: string; differenceId: string; from: number; to: number };

/** Work that is queued inside the transaction of the act that calls for it. */
export type Job =
	| { name: "send-mail"; data: { messageId: string } }
	| { name: "run-task"; data: { taskId: string } }
	/** Programs are told of an act. */
	| { name: "tell-webhooks"; data: ActDone }
	| { name: "send-webhooks"; data: { webhookId: string } }
	/** Something was disposed of: it is listed outside the database too. */
	| { name: "list-disposals"; data: Record<string, never> }
	| {
			name: "tell-account";
			/** What whoever has the address of this hash is told: see tell-account.ts. */
			data: { is: "new-password" | "locked"; addressHash: string };
	  };

/** A protocol that comes with Concord, read and checked. */
export type ShippedProtocol = {
	/** Its path among them, such as `somerset/2021-04.yaml`. */
	file: string;
	/** Its whole text: a local one with the regional one under it. */
	text: string;
	protocol: Protocol;
};

/** What every action needs from outside. Built once in main.ts; tests build their own. */
export type App = {
	db: Db;
	/** The real time. A partnership in rehearsal runs ahead of it: see actions/partnership-clock.ts. */
	clock: () => Temporal.Instant;
	/** A whole number from 0 to `below` - 1; by chance where left out. */
	chance?: ((below: number) => number) | undefined;
	/** Asks for work to be done once a transaction stands: all of it at once, for a morning's may be thousands of pieces. */
	enqueue: (trx: Trx, jobs: readonly Job[]) => Promise<void>;
	/** How mail leaves; in rehearsal it does not. */
	mail: Transport;
	/** Protocol versions, read and checked. */
	protocols: Library;
	/** The protocols that come with Concord, each a partnership can begin with; left out where nobody asks. */
	shippedProtocols?: (() => ShippedProtocol[]) | undefined;
	/** Reads, compares and plays what somebody typed or chose, within a limit of time. */
	beside: Beside;
	/** The calendars that dates are counted by. */
	calendars: Calendars;
	/** Where a list of bank holidays is asked for every night; left out, none is. */
	bankHolidays?: { address: string; read: () => Promise<string> } | undefined;
	/** Where else than here people may sign in. */
	providers?: readonly SignInProvider[] | undefined;
	/** Files that people send with what they do. */
	files: {
		limits: FileLimits;
		/** Looks through them for viruses; "none" when whoever runs Concord said that nothing does, left out when they said nothing. */
		scanner?: Scanner | "none" | undefined;
	};
	/** For how many hours somebody reads a sealed difference that they opened in an emergency; 4 where left out. */
	hoursInEmergency?: number | undefined;
	/**
	 * How programs are told that something happened, and whether an address by http may be named, which is for networks that the
	 * operator allows; left out, none is told.
	 */
	webhooks?: { post: Post; mayBePlain: boolean } | undefined;
	/** How people sign in. */
	signIn: {
		/** Keeps the keys of authenticator apps. */
		seal: Seal;
		/** After so many minutes in which somebody asked for nothing they are signed out. */
		idleMinutes: number;
	};
	/** How much room there is where data is kept; left out where that cannot be told. */
	disk?: (() => Promise<Disk>) | undefined;
	/** Where the keys of the installation are: in a file, or with a service; beside the data that they close, or apart. */
	keys?: { holder: KeyHolder; isBesideData: boolean; isInFile: boolean } | undefined;
	/** The backup that is made every night, and of which database; left out, none is. */
	backup?: (NightlyBackup & { url: string }) | undefined;
	/** The directories, outside the database, in which what was disposed of is listed; left out, in none. */
	disposalLists?: readonly string[] | undefined;
	/** Where the signed end of the record is published every night; left out, it is signed and stays here. */
	publishes?: PublishesHeads | undefined;
	/** Everything here is made up, and each person can be tried with one click. */
	rehearsal: boolean;
	/** Where people reach Concord, without a slash at the end: links in mail begin with it. */
	address: string;
};
