-- Older versions serve on.

-- Whoever keeps seals finds who took one off.
create index event_unsealed on event (partnership_id) where type = 'unsealed';
