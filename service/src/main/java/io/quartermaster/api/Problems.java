package io.quartermaster.api;

import io.quartermaster.approvals.DeskRefusal;
import io.quartermaster.approvals.DeskRefusal.AlreadyDecided;
import io.quartermaster.approvals.DeskRefusal.FourEyesNeeded;
import io.quartermaster.approvals.DeskRefusal.NoSuchChange;
import io.quartermaster.approvals.DeskRefusal.NotYours;
import io.quartermaster.approvals.DeskRefusal.ObserveOnly;
import io.quartermaster.approvals.DeskRefusal.ProposalExpired;
import io.quartermaster.approvals.DeskRefusal.StaleRevision;
import io.quartermaster.approvals.DeskRefusal.TooEarlyToAct;
import io.quartermaster.approvals.DeskRefusal.TooLateToUndo;
import io.quartermaster.approvals.DeskRefusal.UnknownProposal;
import io.quartermaster.books.catalog.UnknownVariant;
import io.quartermaster.books.purchasing.NotOnItsWay;
import io.quartermaster.books.suppliers.UnknownSupplier;
import io.quartermaster.journal.JournalBusy;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// What a program is told when something is wrong (RFC 9457): the one place where faults become
/// answers. Our own faults are told without details; they stand in the log.
@RestControllerAdvice(basePackageClasses = Problems.class)
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int DETAIL_LENGTH_MAX = 400;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(BadRequest fault) {
        return problem(HttpStatus.BAD_REQUEST, "bad-request", fault);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotFound fault) {
        return problem(HttpStatus.NOT_FOUND, "not-found", fault);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotOnItsWay fault) {
        return problem(HttpStatus.CONFLICT, "already-closed", fault);
    }

    @ExceptionHandler({UnknownVariant.class, UnknownSupplier.class})
    ResponseEntity<ProblemDetail> onUnknown(RuntimeException fault) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-reference", fault);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DeskRefusal refusal) {
        return switch (refusal) {
            case UnknownProposal fault -> problem(HttpStatus.NOT_FOUND, "not-found", fault);
            case AlreadyDecided fault -> problem(HttpStatus.CONFLICT, "already-decided", fault);
            case StaleRevision fault -> problem(HttpStatus.CONFLICT, "stale-revision", fault);
            case ProposalExpired fault -> problem(HttpStatus.CONFLICT, "expired", fault);
            case TooLateToUndo fault -> problem(HttpStatus.CONFLICT, "too-late", fault);
            case NotYours fault -> problem(HttpStatus.FORBIDDEN, "not-yours", fault);
            case FourEyesNeeded fault -> problem(HttpStatus.FORBIDDEN, "four-eyes", fault);
            case ObserveOnly fault -> problem(HttpStatus.FORBIDDEN, "observe-only", fault);
            case TooEarlyToAct fault -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "too-early", fault);
            case NoSuchChange fault -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-change", fault);
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(JournalBusy fault) {
        LOG.warn("A program was told to come back.", fault);
        var answer = problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", fault);
        return ResponseEntity.status(answer.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(RuntimeException fault) {
        LOG.error("A program could not be answered.", fault);
        var told = new IllegalStateException("Something went wrong on our side; the log says more.");
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "our-fault", told);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var cause = fault.getMostSpecificCause().getMessage();
        var why = cause == null ? "" : cause.lines().findFirst().orElse("");
        var detail = "The body cannot be read: " + why.substring(0, Math.min(why.length(), DETAIL_LENGTH_MAX));
        return handleExceptionInternal(
                fault, detail(HttpStatus.BAD_REQUEST, "unreadable-body", detail), headers, status, request);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String type, RuntimeException fault) {
        return ResponseEntity.status(status).body(detail(status, type, String.valueOf(fault.getMessage())));
    }

    static ProblemDetail detail(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:quartermaster:problem:" + type));
        return problem;
    }
}
