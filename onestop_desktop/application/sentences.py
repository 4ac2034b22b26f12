"""Every refusal, fault and warning as a sentence: code to (Vietnamese, English)."""

from onestop_desktop.application.account_sentences import REFUSED_ACCOUNTS
from onestop_desktop.application.backup_sentences import REFUSED_BACKUP
from onestop_desktop.application.calendar_sentences import CALENDAR
from onestop_desktop.application.counter_sentences import REFUSED_COUNTER
from onestop_desktop.application.hall_sentences import REFUSED_HALL
from onestop_desktop.application.lookup_sentences import REFUSED_LOOKUP
from onestop_desktop.application.step_sentences import REFUSED_STEPS

SENTENCES: dict[str, tuple[str, str]] = {
    **CALENDAR,
    **REFUSED_BACKUP,
    **REFUSED_LOOKUP,
    **REFUSED_HALL,
    **REFUSED_COUNTER,
    **REFUSED_STEPS,
    **REFUSED_ACCOUNTS,
    # fields of an order
    "field_missing": ("Thiếu {field}; chưa ghi gì.", "The {field} is missing; nothing was stored."),
    "field_unknown": (
        "Không có ô nào tên “{field}”; chưa ghi gì.",
        "There is no field “{field}”; nothing was stored.",
    ),
    "field_too_long": (
        "Ô {field} dài {length} ký tự, nhiều nhất {most}; hãy rút gọn.",
        "The {field} has {length} letters, at most {most}; please shorten it.",
    ),
    "field_invalid": (
        "Ô {field} không đúng kiểu ({expected}); chưa ghi gì.",
        "The {field} is not of the right kind ({expected}); nothing was stored.",
    ),
    "hidden_character": (
        "Ô {field} có ký tự không nhìn thấy ({character}); hãy gõ lại ô này.",
        "The {field} holds an invisible character ({character}); please type it again.",
    ),
    "character_unprintable": (
        "Ô {field} có chữ “{character}” mà giấy không in được; hãy viết bằng chữ cái Latinh.",
        "The {field} holds “{character}”, which paper cannot show; please write it in Latin letters.",
    ),
    "choice_unknown": (
        "Ô {field} không nhận “{value}”; chọn một trong: {choices}.",
        "The {field} cannot be “{value}”; choose one of: {choices}.",
    ),
    "number_out_of_range": (
        "Ô {field} phải từ {least} đến {most}, đang là {value}.",
        "The {field} must be {least} to {most}, it is {value}.",
    ),
    "date_impossible": (
        "Ô {field}: “{value}” không phải là ngày giờ có thật.",
        "The {field}: “{value}” is not a real date or time.",
    ),
    "date_in_future": (
        "Ô {field}: {value} còn ở tương lai.",
        "The {field}: {value} lies in the future.",
    ),
    "identity_wrong_length": (
        "Số định danh có {digits} chữ số, cần đúng 12.",
        "The identity number has {digits} digits, 12 are needed.",
    ),
    "identity_invalid": (
        "“{value}” không phải số định danh, hộ chiếu hay mã số tổ chức.",
        "“{value}” is no identity number, passport or organisation number.",
    ),
    "email_invalid": (
        "“{value}” không phải địa chỉ email; để trống nếu không có.",
        "“{value}” is no email address; leave it empty if there is none.",
    ),
    "phone_invalid": (
        "“{value}” không phải số điện thoại; để trống nếu không có.",
        "“{value}” is no phone number; leave it empty if there is none.",
    ),
    "proxy_missing": (
        "Nộp thay thì cần họ tên người nộp thay và giấy ủy quyền.",
        "A proxy needs the proxy's name and the authorisation.",
    ),
    "proxy_unexpected": (
        "Có người nộp thay nhưng cách nộp không phải nộp thay hoặc bưu chính.",
        "There is a proxy, but the channel is neither proxy nor post.",
    ),
    "agency_identifier_invalid": (
        "Mã định danh cơ quan “{value}” không đúng dạng, ví dụ đúng: H23.123.08.",
        "The agency identifier “{value}” has not the right shape, such as H23.123.08.",
    ),
    "official_code_invalid": (
        "“{value}” không đúng dạng mã hồ sơ của hệ thống tỉnh.",
        "“{value}” has not the shape of an official dossier code.",
    ),
    "official_code_taken": (
        "Mã {value} đã gắn với một hồ sơ khác.",
        "The code {value} already belongs to another dossier.",
    ),
    "order_unreadable": (
        "Không đọc được đơn: {reason}.",
        "The order cannot be read: {reason}.",
    ),
    # catalogue
    "procedure_unknown": (
        "Không có thủ tục {procedure} trong danh mục.",
        "There is no procedure {procedure} in the catalogue.",
    ),
    "procedure_not_in_force": (
        "Thủ tục {procedure} không có hiệu lực vào ngày {on}.",
        "The procedure {procedure} is not in force on {on}.",
    ),
    "term_not_set": (
        "Thủ tục {procedure} chưa có thời hạn; nhờ quản trị đặt thời hạn rồi hãy tiếp nhận.",
        "The procedure {procedure} has no term yet; an administrator must set it before reception.",
    ),
    "term_invalid": (
        "“{value}” không phải là thời hạn, ví dụ đúng: same day, 3 working days, 0.5 working days.",
        "“{value}” is no term; right are same day, 3 working days, 0.5 working days.",
    ),
    "target_later_than_term": (
        "Chỉ tiêu của xã ({target}) dài hơn thời hạn theo quy định ({term}).",
        "The service target ({target}) is later than the legal term ({term}).",
    ),
    "case_unknown": (
        "Thủ tục {procedure} không có trường hợp {value}.",
        "The procedure {procedure} has no case {value}.",
    ),
    "paper_unknown": (
        "Thủ tục {procedure} không có giấy tờ số {no}.",
        "The procedure {procedure} has no paper number {no}.",
    ),
    "paper_twice": ("Giấy tờ số {no} ghi hai lần.", "Paper number {no} stands twice."),
    "exemption_unknown": (
        "Thủ tục {procedure} không có diện miễn, giảm “{value}”.",
        "The procedure {procedure} has no exemption “{value}”.",
    ),
    "items_unexpected": (
        "Thủ tục {procedure} không phải chứng thực nên không kê bản chính cần chứng thực.",
        "The procedure {procedure} is no certification, so it takes no originals to certify.",
    ),
    "catalogue_unreadable": (
        "Không đọc được danh mục; thiếu cột: {missing}.",
        "The list cannot be read; missing columns: {missing}.",
    ),
    # clock
    "calendar_ends": (
        "Lịch làm việc chỉ có từ năm {first} đến {last}, hạn rơi vào năm {year}; cần nhập lịch năm đó.",
        "The calendar covers {first} to {last}, the due time falls into {year}; enter that year.",
    ),
    "no_longer_term": (
        "Thủ tục này không có thời hạn dài hơn cho trường hợp phải xác minh.",
        "This procedure has no longer term for what must be verified.",
    ),
    "received_in_future": (
        "Thời điểm nhận {moment} còn ở tương lai.",
        "The moment of reception {moment} lies in the future.",
    ),
    "received_too_early": (
        "Thời điểm nhận {value} sớm hơn lịch làm việc của quầy.",
        "The moment of reception {value} is before the desk's calendar begins.",
    ),
    "clock_behind": (
        "Đồng hồ máy ({now}) chậm hơn bản ghi cuối ({last}): chưa ghi gì. Chỉnh giờ máy; nếu giờ máy "
        "đúng, lãnh đạo và quản trị cùng xác nhận.",
        "This PC's clock ({now}) is behind the last entry ({last}): nothing was stored. Set it; if it "
        "is right, leader and administrator confirm it together.",
    ),
    "clock_confirmed_by_one": (
        "Phải hai người: lãnh đạo và quản trị không thể cùng là {officer}; chưa ghi gì.",
        "It takes two: leader and administrator cannot both be {officer}; nothing was stored.",
    ),
    "clock_not_behind": (
        "Đồng hồ máy ({now}) không chậm hơn bản ghi cuối: không có gì phải xác nhận.",
        "This PC's clock ({now}) is not behind the last entry: nothing is to be confirmed.",
    ),
    # dossiers, officers, paper
    "officer_missing": (
        "Chưa biết cán bộ nào đang làm; hãy ghi tên (--as hoặc trong Thiết lập).",
        "It is not known which officer acts; give a name (--as, or in the settings).",
    ),
    "dossier_unknown": ("Không có hồ sơ {code}.", "There is no dossier {code}."),
    "request_reused": (
        "Mã yêu cầu này đã dùng cho hồ sơ {code} với nội dung khác; chưa ghi gì.",
        "This request id was used for dossier {code} with another order; nothing was stored.",
    ),
    "visit_of_another": (
        "Lượt đến “{visit}” có chủ hồ sơ, người nộp hoặc cách nhận kết quả khác; "
        "hồ sơ cùng lượt đứng chung một giấy.",
        "The visit “{visit}” has another applicant, submitter or way of return; "
        "dossiers of one visit stand on one slip.",
    ),
    "form_unknown": ("Chưa có mẫu {form}.", "There is no form {form} yet."),
    "agency_incomplete": (
        "Thiết lập còn thiếu {fields}; thiếu thì không in được giấy tờ theo mẫu.",
        "The settings lack {fields}; without it no legal form can be printed.",
    ),
    "provisional_not_agreed": (
        "Giờ hẹn của {code} còn tạm tính vì lịch nghỉ năm đó chưa công bố; xác nhận rồi mới in.",
        "The appointment of {code} is provisional, that year's notice is not out; agree to print it.",
    ),
    "parked_unknown": (
        "Hồ sơ để tạm này không còn nữa.",
        "This parked reception is no longer there.",
    ),
    "card_unreadable": (
        "Không đọc được thẻ căn cước ({reason}); hãy quét lại hoặc gõ tay.",
        "The identity card cannot be read ({reason}); scan again or type it.",
    ),
    "card_is_vneid": (
        "Đây là mã của VNeID, không phải thẻ căn cước; hãy gõ 12 số định danh.",
        "This is a VNeID code, not an identity card; please type the 12 digits.",
    ),
    "store_exists": (
        "Ở {store} đã có dữ liệu; không tạo đè lên.",
        "There is already something at {store}; it is not overwritten.",
    ),
    # the world
    "store_missing": (
        "Không thấy sổ hồ sơ ở {store}; tạo mới bằng lệnh init.",
        "There is no store at {store}; make one with init.",
    ),
    "store_on_network": (
        "{store} nằm trên ổ mạng, dễ hỏng sổ; hãy để trên ổ máy này hoặc dùng PostgreSQL.",
        "{store} is on a network folder, where a store breaks; use a local disk or PostgreSQL.",
    ),
    "store_not_ours": (
        "{store} không phải sổ hồ sơ của chương trình này; tệp được giữ nguyên.",
        "{store} is not a store of this program; the file was left as it is.",
    ),
    "store_newer": (
        "Sổ {store} thuộc phiên bản khác ({version}); hãy cập nhật chương trình.",
        "The store {store} is of another version ({version}); please update the program.",
    ),
    "store_locked": (
        "Sổ đang bận quá lâu; chưa ghi gì, hãy thử lại.",
        "The store was busy too long; nothing was stored, please try again.",
    ),
    "store_damaged": (
        "Sổ {store} bị hỏng; đừng ghi thêm, hãy khôi phục từ bản sao lưu.",
        "The store {store} is damaged; stop writing and restore from a backup.",
    ),
    "store_set_aside": (
        "Sổ bị hỏng, đã cất nguyên ở {aside}; chưa mở sổ mới. Lấy lại bản sao lưu tốt gần nhất vào "
        "{store} rồi mở lại.",
        "The store is damaged and was put aside whole as {aside}; no new one was made. Bring the newest "
        "good backup back to {store}, then open it again.",
    ),
    "store_address_unknown": (
        "Không hiểu địa chỉ {store}; dùng một tệp trên máy này hoặc postgresql+psycopg://….",
        "The address {store} is not understood; use a file of this PC or postgresql+psycopg://….",
    ),
    "store_unreachable": (
        "Không nối được máy chủ {store}; chưa ghi gì, kiểm tra mạng rồi thử lại.",
        "The server {store} cannot be reached; nothing was stored, check the network.",
    ),
    "store_read_only": (
        "Sổ {store} chỉ đọc được; chưa ghi gì, kiểm tra quyền của thư mục.",
        "The store {store} is read-only; nothing was stored, check the folder's rights.",
    ),
    "driver_missing": (
        "Máy này chưa cài phần nối PostgreSQL (gói psycopg).",
        "The PostgreSQL driver (psycopg) is not installed here.",
    ),
    "disk_full": (
        "Ổ đĩa đã đầy; chưa ghi gì, hãy dọn chỗ rồi thử lại.",
        "The disk is full; nothing was stored, make room and try again.",
    ),
    "disk_failed": (
        "Ổ đĩa báo lỗi khi đọc hoặc ghi {store}; việc vừa làm chưa chắc đã ghi: mở lại sổ xem, "
        "rồi kiểm tra ổ đĩa.",
        "The disk failed while {store} was read or written; what was just done may not be stored: "
        "open the store again and look, then check the disk.",
    ),
    "file_unreadable": ("Không đọc được tệp {file}.", "The file {file} cannot be read."),
    "file_unwritable": ("Không ghi được tệp {file}.", "The file {file} cannot be written."),
    "printer_failed": (
        "Máy in {printer} không nhận: {reason}. Việc đã ghi vẫn còn; in lại khi máy in sẵn sàng.",
        "The printer {printer} did not take it: {reason}. What was recorded is kept; print it again.",
    ),
    "screen_missing": (
        "Máy này không có màn hình nên không mở được cửa sổ; dùng dòng lệnh, xem --help.",
        "There is no screen here to open a window on; use the command line, see --help.",
    ),
    "scanner_failed": (
        "Không mở được máy quét ở {port}.",
        "The scanner at {port} cannot be opened.",
    ),
    # odd values
    "identity_odd_province": (
        "Ba số đầu {prefix} không phải mã tỉnh nào; vẫn nhận được.",
        "The first digits {prefix} are no province; it passes all the same.",
    ),
    "identity_odd_sex": (
        "Giới tính không khớp chữ số thứ tư ({digit}); vẫn nhận được.",
        "The sex does not fit the fourth digit ({digit}); it passes all the same.",
    ),
    "identity_odd_year": (
        "Năm sinh không khớp số định danh ({year}); vẫn nhận được.",
        "The year of birth does not fit the number ({year}); it passes all the same.",
    ),
    "identity_old_card": (
        "Số CMND cũ 9 số; nên ghi số định danh 12 số.",
        "An old 9-digit number; the 12-digit one is better.",
    ),
    "phone_odd": ("Đầu số lạ, vẫn nhận được.", "An unusual number; it passes all the same."),
}
