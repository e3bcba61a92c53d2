-- For which institution somebody acted last: whom people of it can ask something. It goes with the rest of a person's data.
ALTER TABLE journal.person ADD COLUMN institution text;
ALTER TABLE journal.person ADD CHECK (erased_at IS NULL OR institution IS NULL);
UPDATE journal.person p SET institution = (
    SELECT l.institution FROM journal.leaf l WHERE l.log_id = 1 AND l.actor = p.id ORDER BY l.position DESC LIMIT 1)
WHERE erased_at IS NULL AND issuer <> 'urn:fundtrail:system';
CREATE INDEX person_of_institution ON journal.person (institution, lower(name), id);
GRANT UPDATE (institution) ON journal.person TO ${app};

CREATE OR REPLACE FUNCTION journal.erase_person(erased uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    UPDATE journal.person SET issuer = NULL, subject = NULL, name = NULL, institution = NULL,
        erased_at = journal.erased_now(erased, 'person.erased')
    WHERE id = erased AND erased_at IS NULL AND issuer <> 'urn:fundtrail:system';
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE journal.request SET answer = NULL WHERE answer IS NOT NULL AND position(convert_to(erased::text, 'UTF8') IN answer) > 0;
    RETURN true;
END$$;
