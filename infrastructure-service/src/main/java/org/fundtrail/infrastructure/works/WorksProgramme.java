package org.fundtrail.infrastructure.works;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fundtrail.infrastructure.estimate.Estimated;
import org.fundtrail.journal.Subject;
import org.fundtrail.journal.Writer;

/**
 * Groups projects under a joint estimate, such as a fence together with its monitoring. Its baseline is never added to those of its
 * projects: it covers them and what is not yet in a project.
 */
@Entity
@Table(name = "works_programme")
public class WorksProgramme extends Estimated {
    protected WorksProgramme() {}

    WorksProgramme(NewWorksProgramme said, Writer by) {
        super(said.reference(), said.title(), by);
    }

    @Override
    public Subject subject() {
        return new Subject("works-programme", id, reference());
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("reference", reference());
        facts.put("title.en", title().en());
        facts.put("title.lt", title().lt());
        return facts;
    }
}
