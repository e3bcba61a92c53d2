-- What people ask and say about records of every kind. A row says what its entries say: it is written once, answered once, and stays.
CREATE SCHEMA comments;
CREATE TABLE comments.comment (
    id               uuid PRIMARY KEY,
    -- whose record it is about
    institution      text NOT NULL,
    about_type       text NOT NULL,
    about_id         uuid NOT NULL,
    about_reference  text NOT NULL,
    parent_type      text,
    parent_id        uuid,
    parent_reference text,
    written_by       uuid NOT NULL REFERENCES journal.person,
    written_at       timestamptz NOT NULL,
    text             text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    addressee        uuid REFERENCES journal.person,
    due              date,
    answered_by      uuid REFERENCES journal.person,
    answered_at      timestamptz,
    answer           text CHECK (length(answer) BETWEEN 1 AND 2000),
    CHECK (num_nulls(parent_type, parent_id, parent_reference) IN (0, 3)),
    CHECK (due IS NULL OR addressee IS NOT NULL),
    CHECK (num_nulls(answered_by, answered_at, answer) IN (0, 3)),
    CHECK (answered_by IN (written_by, addressee)),
    CHECK (answered_at >= written_at)
);
CREATE INDEX comment_on_record ON comments.comment (about_id, id);
CREATE INDEX comment_asked ON comments.comment (addressee, coalesce(due, date '9999-12-31'), id) WHERE answered_at IS NULL;

CREATE FUNCTION comments.answered_once() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.answered_at IS NOT NULL
        OR to_jsonb(NEW) - '{answer,answered_by,answered_at}'::text[] <> to_jsonb(OLD) - '{answer,answered_by,answered_at}'::text[]
    THEN
        RAISE EXCEPTION '% on comments.comment is forbidden', TG_OP USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;
CREATE TRIGGER answered_once BEFORE UPDATE OR DELETE ON comments.comment FOR EACH ROW EXECUTE FUNCTION comments.answered_once();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON comments.comment FOR EACH STATEMENT EXECUTE FUNCTION comments.answered_once();
ALTER TABLE comments.comment ENABLE ALWAYS TRIGGER answered_once;
ALTER TABLE comments.comment ENABLE ALWAYS TRIGGER never_emptied;

GRANT USAGE ON SCHEMA comments TO ${app}, fundtrail_auditor;
GRANT SELECT ON comments.comment TO ${app}, fundtrail_auditor;
GRANT INSERT ON comments.comment TO ${app};
GRANT UPDATE (answer, answered_by, answered_at) ON comments.comment TO ${app};
