package io.quartermaster.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says of all other addresses under `/v1` that nothing is there, in the words that programs
/// know.
@RestController
@Hidden
final class NowhereResource {

    @RequestMapping("/v1/**")
    ResponseEntity<ProblemDetail> nothing(HttpServletRequest request) {
        var detail = "There is nothing to %s at %s.".formatted(request.getMethod(), request.getRequestURI());
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.detail(HttpStatus.NOT_FOUND, "not-found", detail));
    }
}
