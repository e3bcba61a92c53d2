package org.fundtrail.gateway.list;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.SavedView;
import org.fundtrail.gateway.frame.JointList;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Refused;

/** Keeps how somebody looks at a list, and leads back to it as they do. */
@Path("/lists/{room}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ViewPages {
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%=&.*_+~-]*");

    private final ListViews views;
    private final View view;

    ViewPages(ListViews views, View view) {
        this.views = views;
        this.view = view;
    }

    /** The columns that were ticked, or those that the list comes with. */
    @POST
    @Path("/columns")
    public Response columns(@PathParam("room") String room, MultivaluedMap<String, String> sent) {
        var kind = kind(room);
        var chosen = sent.getOrDefault("column", List.of());
        if (chosen.isEmpty() || sent.containsKey("reset")) {
            views.forgetColumns(kind);
            return to(room, query(sent));
        }
        var columns = "columns=" + Links.encoded(String.join(",", chosen));
        views.choose(kind, columns);
        return to(room, query(sent) + columns);
    }

    @POST
    @Path("/views")
    public Response keep(@PathParam("room") String room, MultivaluedMap<String, String> sent) {
        var kind = kind(room);
        var form = view.form(sent);
        var name = form.value("name").strip();
        var role = form.has("role") ? form.value("role") : null;
        if (name.isEmpty()) {
            return to(room, query(sent), new NotSaved(name, role, Words.of(view.language(), "need.name")));
        }
        try {
            views.keep(kind, SavedView.of(name, query(sent), role));
            return to(room, query(sent));
        } catch (Refused refused) {
            return to(room, query(sent), new NotSaved(name, role, Words.refusal(view.language(), refused.problem())));
        }
    }

    /** Back to the list, which says it beside its form. */
    private static Response to(String room, String query, NotSaved why) {
        return View.to("/" + room + (query.isEmpty() ? "" : "?" + query) + View.DONE_AT + why.said());
    }

    @POST
    @Path("/views/{id}/remove")
    public Response remove(
            @PathParam("room") String room, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        views.remove(kind(room), id);
        return to(room, query(sent));
    }

    /** The filters and the order that the form carries; nothing where that is no query of an address. */
    private static String query(MultivaluedMap<String, String> sent) {
        var query = sent.getFirst("query");
        return query != null && QUERY.matcher(query).matches() ? query : "";
    }

    private static Kind kind(String room) {
        return Kinds.inRoom(room)
                .filter(kind -> kind.about().hasList())
                .or(() -> JointList.inRoom(room))
                .orElseThrow(Refusal::notFound);
    }

    private static Response to(String room, String query) {
        return View.to("/" + room + (query.isEmpty() ? "" : "?" + query));
    }
}
