"""Schema of a hub: numbered steps of SQL with its tables, triggers, roles and policies.

Chains, records and contents are only ever added to; triggers refuse anything else to everybody, the owner of the
database too. A record is number, hash and the hash before it, and everybody in the newsroom sees it; what it says is a
content, which belongs to a story and is there only if that story is shared.
"""

from __future__ import annotations

READER, CHECKER, CHIEF = "verbatim_reader", "verbatim_checker", "verbatim_chief"
PART = 1 << 20  # bytes of a part of a blob

_ROLES = f"""
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['{READER}', '{CHECKER}', '{CHIEF}'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
        END IF;
    END LOOP;
END $$;
GRANT {READER} TO {CHECKER};
GRANT {CHECKER} TO {CHIEF};
GRANT {READER}, {CHECKER} TO {CHIEF} WITH ADMIN OPTION;
"""

_TABLES = f"""
CREATE TABLE verbatim.hub (one boolean PRIMARY KEY DEFAULT true CHECK (one), uid text NOT NULL);
CREATE TABLE verbatim.desk (
    uid text PRIMARY KEY, login name NOT NULL DEFAULT session_user, checker text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE verbatim.story (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, uid text NOT NULL UNIQUE,
    login name NOT NULL DEFAULT session_user, at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE verbatim.invited (
    story_id integer NOT NULL REFERENCES verbatim.story, login name NOT NULL, PRIMARY KEY (story_id, login)
);
CREATE TABLE verbatim.chain (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, desk text NOT NULL,
    of text NOT NULL CHECK (of IN ('marks', 'entries')), branch bytea NOT NULL,
    first bigint NOT NULL CHECK (first >= 1), prev bytea NOT NULL,
    UNIQUE (desk, of, branch), CHECK (branch <> '' OR (first = 1 AND prev = ''))
);
-- That a record belongs to a chain, and a content to a record and a story, is looked at by the triggers: a foreign key
-- would lock and write the row of the chain or story for each act.
CREATE TABLE verbatim.record (
    chain_id integer NOT NULL, number bigint NOT NULL,
    prev bytea NOT NULL, hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    login name NOT NULL DEFAULT session_user, PRIMARY KEY (chain_id, number)
);
CREATE TABLE verbatim.content (
    chain_id integer NOT NULL, number bigint NOT NULL, story_id integer NOT NULL,
    subject text NOT NULL, tick bigint NOT NULL, content text NOT NULL, found text NOT NULL,
    PRIMARY KEY (chain_id, number, story_id)
);
CREATE INDEX content_of_subject ON verbatim.content (subject);
CREATE INDEX content_adds ON verbatim.content (story_id, subject) WHERE content LIKE '{{"act":"version added"%';
CREATE TABLE verbatim.story_chain (
    story_id integer NOT NULL REFERENCES verbatim.story, chain_id integer NOT NULL REFERENCES verbatim.chain,
    PRIMARY KEY (story_id, chain_id)
);
CREATE TABLE verbatim.late (
    story_id integer NOT NULL REFERENCES verbatim.story, chain_id integer NOT NULL, number bigint NOT NULL,
    PRIMARY KEY (story_id, chain_id, number)
);
CREATE TABLE verbatim.blob_part (
    sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32), part integer NOT NULL CHECK (part >= 0),
    size bigint NOT NULL CHECK (size >= 0), bytes bytea NOT NULL, PRIMARY KEY (sha256, part),
    CHECK (octet_length(bytes) <= {PART}), CHECK (size > {PART} OR (part = 0 AND sha256(bytes) = sha256))
);
CREATE TABLE verbatim.story_blob (
    sha256 bytea NOT NULL, story_id integer NOT NULL REFERENCES verbatim.story, PRIMARY KEY (sha256, story_id)
);
CREATE UNLOGGED TABLE verbatim.presence (
    desk text PRIMARY KEY, story text NOT NULL, checker text NOT NULL, login name NOT NULL DEFAULT session_user,
    seen timestamptz NOT NULL DEFAULT now()
);
"""

KEPT = ("hub", "desk", "story", "chain", "record", "content", "story_chain", "late", "blob_part", "story_blob")

_TRIGGERS = """
CREATE FUNCTION verbatim.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What is in %% is only ever added to: it can be neither changed nor deleted.', TG_TABLE_NAME
        USING ERRCODE = 'VB001';
END $$;

CREATE FUNCTION verbatim.chain_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.branch <> '' AND NOT EXISTS (
        SELECT 1 FROM verbatim.chain c JOIN verbatim.record r ON r.chain_id = c.id
        WHERE c.desk = NEW.desk AND c.of = NEW.of AND r.number = NEW.first - 1 AND r.hash = NEW.prev
    ) AND NEW.first > 1 THEN
        RAISE EXCEPTION 'A branch of the %% of desk %% goes on from a record that is not there.',
            NEW.of, left(NEW.desk, 8) USING ERRCODE = 'VB002';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER chain_goes_on BEFORE INSERT ON verbatim.chain
    FOR EACH ROW EXECUTE FUNCTION verbatim.chain_goes_on();

CREATE FUNCTION verbatim.record_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before bytea; of_chain verbatim.chain;
BEGIN
    SELECT r.hash INTO before FROM verbatim.record r WHERE r.chain_id = NEW.chain_id AND r.number = NEW.number - 1;
    IF before = NEW.prev THEN
        RETURN NEW;
    END IF;
    SELECT * INTO of_chain FROM verbatim.chain c WHERE c.id = NEW.chain_id;
    IF NEW.number IS DISTINCT FROM of_chain.first OR NEW.prev <> of_chain.prev
        OR (of_chain.branch <> '' AND NEW.hash <> of_chain.branch)
    THEN
        RAISE EXCEPTION
            'Number %% of the %% of desk %% does not follow the one before it here: the chain was forked or rewritten.',
            NEW.number, of_chain.of, left(of_chain.desk, 8) USING ERRCODE = 'VB002';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER record_follows BEFORE INSERT ON verbatim.record
    FOR EACH ROW EXECUTE FUNCTION verbatim.record_follows();

CREATE FUNCTION verbatim.content_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hash_there bytea;
BEGIN
    SELECT r.hash INTO hash_there FROM verbatim.record r WHERE r.chain_id = NEW.chain_id AND r.number = NEW.number;
    IF hash_there IS DISTINCT FROM sha256(convert_to(NEW.content, 'UTF8')) THEN
        RAISE EXCEPTION 'What number %% of chain %% is said to hold does not have its hash.', NEW.number, NEW.chain_id
            USING ERRCODE = 'VB003';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM verbatim.story_chain s WHERE s.story_id = NEW.story_id AND s.chain_id = NEW.chain_id
    ) THEN
        INSERT INTO verbatim.story_chain (story_id, chain_id) VALUES (NEW.story_id, NEW.chain_id)
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER content_fits BEFORE INSERT ON verbatim.content
    FOR EACH ROW EXECUTE FUNCTION verbatim.content_fits();

CREATE FUNCTION verbatim.add_records(
    chain_id integer, numbers bigint[], prevs bytea[], hashes bytea[],
    told bigint[], stories integer[], subjects text[], ticks bigint[], contents text[], founds text[]
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE added bigint;
BEGIN
    INSERT INTO verbatim.record (chain_id, number, prev, hash)
        SELECT $1, g.* FROM unnest(numbers, prevs, hashes) AS g ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    INSERT INTO verbatim.content (chain_id, number, story_id, subject, tick, content, found)
        SELECT $1, g.* FROM unnest(told, stories, subjects, ticks, contents, founds) AS g ON CONFLICT DO NOTHING;
    RETURN added;
END $$;
-- One trip for one act (of a story, or sealed: NULL). Who listens hears of it in a transaction of its own: PostgreSQL
-- lets transactions that notify commit one after the other only.
CREATE PROCEDURE verbatim.push_act(
    chain_id integer, number bigint, prev bytea, hash bytea,
    story_id integer, subject text, tick bigint, content text, found text,
    channel text, desk text, INOUT added bigint
) LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO verbatim.record (chain_id, number, prev, hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    IF story_id IS NOT NULL THEN
        INSERT INTO verbatim.content (chain_id, number, story_id, subject, tick, content, found)
            VALUES ($1, $2, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING;
        COMMIT;
        PERFORM pg_notify(channel, desk);
    END IF;
END $$;
""".replace("%%", "%")

_KEPT_TRIGGERS = "".join(
    f"""
CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON verbatim.{table}
    FOR EACH STATEMENT EXECUTE FUNCTION verbatim.refuse_change();
"""
    for table in KEPT
)

# Who may see a story sees what it holds. A story to which nobody was invited is open to the whole newsroom.
_SEES = f"""
    NOT EXISTS (SELECT 1 FROM verbatim.invited i WHERE i.story_id = story.id)
    OR EXISTS (SELECT 1 FROM verbatim.invited i WHERE i.story_id = story.id AND i.login = session_user)
    OR story.login = session_user OR pg_has_role(session_user, '{CHIEF}', 'MEMBER')
"""
_OWN = "login = session_user"
_RIGHTS = f"""
REVOKE ALL ON SCHEMA verbatim FROM PUBLIC;
GRANT USAGE ON SCHEMA verbatim TO {READER};
GRANT SELECT ON ALL TABLES IN SCHEMA verbatim TO {READER};
GRANT INSERT (desk, story, checker), UPDATE (story, checker, seen), DELETE ON verbatim.presence TO {READER};
GRANT INSERT (uid, checker) ON verbatim.desk TO {READER};
GRANT INSERT (uid) ON verbatim.story TO {CHECKER};
GRANT INSERT ON verbatim.chain, verbatim.content, verbatim.story_chain, verbatim.late, verbatim.blob_part,
    verbatim.story_blob TO {CHECKER};
GRANT INSERT (chain_id, number, prev, hash) ON verbatim.record TO {CHECKER};
GRANT INSERT, DELETE ON verbatim.invited TO {CHIEF};

ALTER TABLE verbatim.desk ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk_read ON verbatim.desk FOR SELECT USING (true);
CREATE POLICY desk_add ON verbatim.desk FOR INSERT WITH CHECK ({_OWN});
ALTER TABLE verbatim.presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY presence_read ON verbatim.presence FOR SELECT USING (true);
CREATE POLICY presence_own ON verbatim.presence USING ({_OWN}) WITH CHECK ({_OWN});
ALTER TABLE verbatim.story ENABLE ROW LEVEL SECURITY;
CREATE POLICY story_read ON verbatim.story FOR SELECT USING ({_SEES});
CREATE POLICY story_add ON verbatim.story FOR INSERT WITH CHECK ({_OWN});
ALTER TABLE verbatim.record ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_read ON verbatim.record FOR SELECT USING (true);
CREATE POLICY record_add ON verbatim.record FOR INSERT WITH CHECK ({_OWN} AND NOT EXISTS (
    SELECT 1 FROM verbatim.chain c JOIN verbatim.desk d ON d.uid = c.desk
    WHERE c.id = chain_id AND d.login <> session_user
));
ALTER TABLE verbatim.content ENABLE ROW LEVEL SECURITY;
CREATE POLICY content_read ON verbatim.content FOR SELECT USING (story_id IN (SELECT s.id FROM verbatim.story s));
CREATE POLICY content_add ON verbatim.content FOR INSERT WITH CHECK (
    EXISTS (SELECT 1 FROM verbatim.story s WHERE s.id = story_id) AND (
        NOT (content LIKE '{{"act":"story locked"%' OR content LIKE '{{"act":"story reopened"%')
        OR pg_has_role(session_user, '{CHIEF}', 'MEMBER')
    )
);
ALTER TABLE verbatim.story_blob ENABLE ROW LEVEL SECURITY;
CREATE POLICY story_blob_all ON verbatim.story_blob USING (
    EXISTS (SELECT 1 FROM verbatim.story s WHERE s.id = story_id)
);
ALTER TABLE verbatim.blob_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY blob_read ON verbatim.blob_part FOR SELECT USING (
    EXISTS (SELECT 1 FROM verbatim.story_blob b WHERE b.sha256 = blob_part.sha256)
);
CREATE POLICY blob_add ON verbatim.blob_part FOR INSERT WITH CHECK (true);
"""

STEPS: tuple[str, ...] = (_ROLES + _TABLES + _TRIGGERS + _KEPT_TRIGGERS + _RIGHTS,)
SCHEMA = len(STEPS)
# Made before the first step; the number of a step is written in the transaction of the step.
BEFORE = """
CREATE SCHEMA IF NOT EXISTS verbatim;
CREATE TABLE IF NOT EXISTS verbatim.step (
    number integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), login name NOT NULL DEFAULT session_user
);
"""
