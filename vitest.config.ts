import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "protocols/**/*.test.ts"],
		globalSetup: "test/support/global-setup.ts",
		setupFiles: ["test/support/fast-check-seed.ts"],
		isolate: false,
		// Both cores of a small machine: vitest leaves one idle by itself.
		maxWorkers: 2,
		// Room for a busy machine: no test asserts how quick it was by running out of time.
		testTimeout: 30_000,
		hookTimeout: 30_000,
	},
});
