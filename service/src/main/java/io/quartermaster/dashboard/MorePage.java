package io.quartermaster.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where is the rest? On a phone, the way to all other screens.
@Controller
class MorePage implements Framed {

    @GetMapping("/more")
    ModelAndView show() {
        return new ModelAndView("more");
    }
}
