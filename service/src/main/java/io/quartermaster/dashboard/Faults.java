package io.quartermaster.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// Says what went wrong on a page, in the page's own form.
@ControllerAdvice(assignableTypes = Framed.class)
class Faults {

    private final Surroundings surroundings;

    Faults(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @ExceptionHandler
    ModelAndView notHere(NotHere fault, HttpServletRequest request) {
        return page("Not here", String.valueOf(fault.getMessage()), HttpStatus.NOT_FOUND, request);
    }

    @ExceptionHandler({
        IllegalArgumentException.class,
        MissingServletRequestParameterException.class,
        MethodArgumentTypeMismatchException.class
    })
    ModelAndView notLikeThat(Exception fault, HttpServletRequest request) {
        return page(
                "That cannot be",
                "The address or the form is not whole. Go back, and try once more.",
                HttpStatus.BAD_REQUEST,
                request);
    }

    private ModelAndView page(String title, String text, HttpStatus status, HttpServletRequest request) {
        var page = new ModelAndView(
                "fault", Map.of("frame", surroundings.frame(request), "view", new FaultView(title, text)));
        page.setStatus(status);
        return page;
    }

    record FaultView(String title, String text) {}
}
