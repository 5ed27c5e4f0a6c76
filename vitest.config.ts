import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Longest first, so that no worker stands still at the end. On a machine that has not run them yet, vitest goes by the
 * size of a file, and those that drive a browser or start the product are short and take longest.
 */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const isLong = ({ moduleId }: TestSpecification) =>
			/\/test\/(journeys\/.*|start|who-answers)\.test\.ts$/.test(moduleId);
		return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
	}
}

export default defineConfig({
	test: {
		include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "protocols/**/*.test.ts"],
		globalSetup: "test/support/global-setup.ts",
		setupFiles: ["test/support/fast-check-seed.ts"],
		isolate: false,
		sequence: { sequencer: LongestFirst },
		// Both cores of a small machine: vitest leaves one idle by itself.
		maxWorkers: 2,
		// For what hangs. However busy the machine is, no test fails by having been slow.
		testTimeout: 900_000,
		hookTimeout: 900_000,
	},
});
