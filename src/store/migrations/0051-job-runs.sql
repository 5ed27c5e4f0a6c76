-- When each job that goes by the clock last ended well, and when it last failed: so that it is known also after a week
-- without a run. Of no partnership: the jobs are the installation's.
create table job_run (
	name text primary key,
	done_at timestamptz,
	failed_at timestamptz
);
