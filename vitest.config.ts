import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "protocols/**/*.test.ts"],
		globalSetup: "test/support/global-setup.ts",
		setupFiles: ["test/support/fast-check-seed.ts"],
		isolate: false,
		// Both cores of a small machine: vitest leaves one idle by itself.
		maxWorkers: 2,
		// For what hangs. However busy the machine is, no test fails by having been slow.
		testTimeout: 900_000,
		hookTimeout: 900_000,
	},
});
