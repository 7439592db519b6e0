package vn.toasoan.reading;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import vn.toasoan.comment.ErasureReceipt;
import vn.toasoan.comment.PersonalRecords;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.SameMoment;

/**
 * All that is kept under a reader's key: to take away, or to erase.
 */
@Controller
@RequestMapping(OwnCommentsController.PATH)
class OwnDataController {

	private static final String ERASED = OwnCommentsController.PATH + "/da-xoa";

	private final PersonalRecords records;

	private final ErasureReceipt receipt;

	private final OwnReader reader;

	private final ReaderCookie cookie;

	private final SiteSettings site;

	OwnDataController(PersonalRecords records, ErasureReceipt receipt, OwnReader reader, ReaderCookie cookie,
			SiteSettings site) {
		this.records = records;
		this.receipt = receipt;
		this.reader = reader;
		this.cookie = cookie;
		this.site = site;
	}

	@GetMapping(path = "/du-lieu.json", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Map<String, Object> download(HttpServletRequest request, HttpServletResponse response) {
		ReaderKey key = this.reader.of(request).key();
		Freshness.forOneReader(response);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"binh-luan-cua-toi.json\"");
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("site", this.site.origin());
		file.putAll(this.records.export(key));
		return file;
	}

	@GetMapping("/xoa")
	String ask(HttpServletRequest request, HttpServletResponse response) {
		this.reader.of(request);
		Freshness.forOneReader(response);
		return "reading/erasure";
	}

	@PostMapping("/xoa")
	View erase(HttpServletRequest request, HttpServletResponse response) {
		ReaderKey key = this.reader.of(request).key();
		String erased = this.receipt.write(SameMoment.insist(() -> this.records.erase(key)));
		this.cookie.remove(response);
		return SeeOther.to(ERASED + "?bien-nhan=" + erased);
	}

	@GetMapping("/da-xoa")
	String erased(@RequestParam("bien-nhan") String erased, Model model, HttpServletResponse response) {
		model.addAttribute("erased", this.receipt.read(erased));
		Freshness.forOneReader(response);
		return "reading/erased";
	}

}
