package io.quartermaster.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Puts the frame around each page that people see once they are in.
@ControllerAdvice(assignableTypes = Framed.class)
class FrameAdvice {

    private final Surroundings surroundings;

    FrameAdvice(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        return surroundings.frame(request);
    }
}
