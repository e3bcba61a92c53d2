package org.fundtrail.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium that visits the house. Where none is installed the tests say so and are skipped, unless they are required. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
    }

    static Browser start() {
        var executable = executable();
        if (executable == null) {
            var missing =
                    "No Chromium was found on the PATH: the browser tests cannot run. Install it, or set FUNDTRAIL_CHROMIUM.";
            if (Boolean.parseBoolean(System.getenv("FUNDTRAIL_BROWSER_REQUIRED"))) {
                throw new IllegalStateException(missing);
            }
            System.out.println(missing);
            Assumptions.abort(missing);
        }
        return new Browser(executable);
    }

    private static Path executable() {
        var named = System.getenv("FUNDTRAIL_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** A window of this width in which the user is signed in. */
    Page signedIn(House house, String user, int width) {
        var page = window(width).newPage();
        page.navigate(house.url("/sign-in"));
        page.locator("input[name=j_username]").fill(user);
        page.locator("input[name=j_password]").fill("demo");
        page.locator("form[action='/j_security_check'] button").click();
        page.waitForURL(house.url("/"));
        return page;
    }

    BrowserContext window(int width) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    BrowserContext withoutScripts() {
        return withoutScripts(1440);
    }

    BrowserContext withoutScripts(int width) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(false));
    }

    /** A window of this width without scripts, in which the user has signed in by keyboard and reads English. */
    Page signedInWithoutScripts(House house, String user, int width) {
        var page = withoutScripts(width).newPage();
        page.navigate(house.url("/sign-in?lang=en"));
        page.locator("input[name=j_username]").fill(user);
        page.locator("input[name=j_password]").fill("demo");
        press(page.locator("form[action='/j_security_check'] button"));
        page.navigate(house.url("/?lang=en"));
        return page;
    }

    /** As whoever uses no mouse. */
    static void press(Locator control) {
        control.focus();
        assertThat(control).isFocused();
        control.press("Enter");
    }

    /** The same of what is chosen. */
    static void choose(Locator choice) {
        choice.focus();
        choice.press("Space");
        assertThat(choice).isChecked();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
