package org.fundtrail.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** What the gateway would say to a service of a person, signed with its key for as long as a run may take. */
final class Token {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Token() {}

    static String of(Path privateKey, String subject, String role, String institution) {
        long now = Instant.now().getEpochSecond();
        var claims = """
                {"iss":"fundtrail-gateway","aud":"fundtrail-services","sub":"%s","upn":"%s","idp":"urn:fundtrail:benchmark",\
                "name":"Benchmark","groups":["%s"],"client":"benchmark","institution":"%s","iat":%d,"exp":%d,"jti":"%s"}"""
                .formatted(subject, subject, role, institution, now, now + 3600, java.util.UUID.randomUUID());
        var signed = part("{\"alg\":\"ES256\",\"typ\":\"JWT\"}") + "." + part(claims);
        try {
            var pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----|\\s", "");
            var key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (IOException | GeneralSecurityException e) {
            throw new NotMeasured("the gateway's key cannot sign: " + e);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }
}
