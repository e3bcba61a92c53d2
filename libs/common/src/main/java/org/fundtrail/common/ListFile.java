package org.fundtrail.common;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** A whole list as a file, however long it is: CSV, or a spreadsheet for who asks for one. */
public final class ListFile {
    private ListFile() {}

    /**
     * @param asked with which the list was asked for as a file
     * @param name of the file, without its ending
     * @param head what the columns are called
     * @param pages reads the page after a cursor, null for the first
     */
    public static Response of(
            HttpHeaders asked, String name, List<String> head, Function<String, Page<Object[]>> pages) {
        var isSpreadsheet = asked.getAcceptableMediaTypes().stream()
                .anyMatch(type -> (type.getType() + "/" + type.getSubtype()).equals(Xlsx.TYPE));
        return isSpreadsheet ? Xlsx.stream(name, head, pages) : Csv.stream(name, head, pages);
    }
}
