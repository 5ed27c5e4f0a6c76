-- Who somebody is at a provider of sign-in, such as their council's. The subject is the provider's own name for them, which stays
-- when their address changes.
create table account_at_provider (
  issuer     text not null,
  subject    text not null,
  account_id uuid not null references account,
  linked_at  timestamptz not null,
  primary key (issuer, subject)
);
create index account_at_provider_account on account_at_provider (account_id);
