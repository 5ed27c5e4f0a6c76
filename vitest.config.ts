import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: [
			"src/**/*.test.{ts,tsx}",
			"test/**/*.test.{ts,tsx}",
			"protocols/**/*.test.ts",
		],
		globalSetup: "test/support/global-setup.ts",
		isolate: false,
		// Both cores of a small machine: vitest leaves one idle by itself.
		maxWorkers: 2,
	},
});
