package io.quartermaster.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says of all other addresses under `/v1` that nothing is there, in the words that programs know.
@RestController
@Hidden
final class NowhereResource {

    @RequestMapping("/v1/**")
    void nothing(HttpServletRequest request) {
        throw new NotFound("such resource", request.getMethod() + " " + request.getRequestURI());
    }
}
