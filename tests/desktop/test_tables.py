"""Tables, the procedure line, preview and copy panel under the keys of an officer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onestop_desktop.desktop.widgets.copy_panel import CopyPanel
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.papers_table import PapersTable
from onestop_desktop.desktop.widgets.preview import Preview
from onestop_desktop.desktop.widgets.procedure_box import ProcedureBox
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from tests.desktop.gallery_facts import COLUMNS, PAPERS, PROCEDURES, queue_rows, search, sheet
from tests.support.qt import bring_up, commit_text, picture, press_key, spoken_name, type_text


class Form(QWidget):
    """A page with a procedure line, papers and a field after them."""

    def __init__(self) -> None:
        super().__init__()
        self.procedure, self.papers, self.after = ProcedureBox(search), PapersTable(), Field("Phí")
        self.papers.show_papers(PAPERS)
        column = QVBoxLayout(self)
        for widget in (self.procedure, self.papers, self.after):
            column.addWidget(widget)
        self.resize(760, 520)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    bring_up(made)
    made.procedure.setFocus()
    return made


def counts(table: PapersTable) -> list[tuple[int, int, int]]:
    return [row.counts for row in table.rows()]


def test_papers_are_counted_on_the_number_pad_alone(qtbot: QtBot, form: Form) -> None:
    form.papers.setFocus()
    type_text(form.papers, "2\t\t12\n4")
    assert counts(form.papers) == [(2, 0, 12), (1, 0, 4), (0, 0, 0)]


def test_plus_fills_what_is_expected_and_lowers_nothing(form: Form) -> None:
    form.papers.setFocus()
    type_text(form.papers, "5+")
    assert counts(form.papers) == [(5, 0, 3), (1, 0, 3), (0, 0, 0)]
    status = form.papers.papers.index(1, 5)
    assert status.data() == "Đủ"


def test_backspace_takes_a_count_away(form: Form) -> None:
    form.papers.setFocus()
    press_key(form.papers, Qt.Key.Key_Backspace)
    assert counts(form.papers)[0] == (0, 0, 3)


def test_a_paper_read_from_the_card_is_not_counted(form: Form) -> None:
    form.papers.setFocus()
    type_text(form.papers, "\n\n7")
    assert counts(form.papers)[2] == (0, 0, 0)
    assert form.papers.papers.index(2, 5).data() == "Đã đọc từ thẻ"


def test_enter_on_the_last_paper_goes_on(qtbot: QtBot, form: Form) -> None:
    form.papers.setFocus()
    with qtbot.waitSignal(form.papers.left):
        type_text(form.papers, "\n\n\n")
    assert form.after.edit.hasFocus()


def test_tab_walks_the_cells_and_leaves_at_both_ends(qtbot: QtBot, form: Form) -> None:
    form.papers.setFocus()
    for _ in range(9):
        press_key(form.papers, Qt.Key.Key_Tab, "\t")
    assert form.after.edit.hasFocus()
    form.papers.setFocus()
    form.papers.setCurrentIndex(form.papers.papers.index(0, 2))
    press_key(form.papers, Qt.Key.Key_Backtab, "", Qt.KeyboardModifier.ShiftModifier)
    assert form.procedure.hasFocus()


def test_a_paper_is_one_sentence_to_a_reader(form: Form) -> None:
    index = form.papers.papers.index(1, 4)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Học bạ THPT, Bản chụp: 0, Còn thiếu"


def test_a_procedure_is_found_by_initials_and_taken_by_enter(qtbot: QtBot, form: Form) -> None:
    with qtbot.waitSignal(form.procedure.highlighted) as shown:
        type_text(form.procedure, "ctbs")
    assert shown.args == [PROCEDURES[0]]
    press_key(form.procedure, Qt.Key.Key_Down)
    assert form.procedure.current() == PROCEDURES[1]
    press_key(form.procedure, Qt.Key.Key_Up)
    with qtbot.waitSignal(form.procedure.chosen) as taken:
        press_key(form.procedure, Qt.Key.Key_Return, "\r")
    assert taken.args == [PROCEDURES[0]]
    assert form.procedure.text() == PROCEDURES[0].name
    assert not form.procedure.popup_visible()
    assert form.papers.hasFocus()


def test_escape_closes_the_list_and_keeps_the_text(form: Form) -> None:
    type_text(form.procedure, "ct")
    assert form.procedure.popup_visible()
    press_key(form.procedure, Qt.Key.Key_Escape)
    assert not form.procedure.popup_visible()
    assert form.procedure.text() == "ct"


def test_a_word_still_in_the_input_method_is_searched(form: Form) -> None:
    commit_text(form.procedure, "", preedit="ch")
    assert form.procedure.popup_visible()


def test_typing_over_a_chosen_procedure_lets_it_go(qtbot: QtBot, form: Form) -> None:
    form.procedure.set_row(PROCEDURES[0], "ctbs")
    form.procedure.selectAll()
    with qtbot.waitSignal(form.procedure.cleared):
        type_text(form.procedure, "x")
    assert form.procedure.row() is None


def test_a_procedures_name_of_919_letters_breaks_nothing(form: Form) -> None:
    long = replace(PROCEDURES[0], name="Đăng ký " * 114 + "khai tử")
    form.procedure.set_row(long)
    assert form.procedure.toolTip() == long.name
    picture(form)


@pytest.fixture
def table(qtbot: QtBot) -> RowsTable:
    made = RowsTable("Hồ sơ trong ngày", COLUMNS)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    made.setFocus()
    return made


def test_the_selection_stays_with_its_key_while_rows_change(table: RowsTable) -> None:
    rows = queue_rows()
    table.show_rows(rows)
    assert table.select_key("210715-0005")
    table.show_rows(list(reversed(rows)))
    assert table.selected_key() == "210715-0005"
    assert table.currentIndex().row() == 9


def test_a_row_that_left_hands_the_selection_to_the_next(qtbot: QtBot, table: RowsTable) -> None:
    rows = queue_rows()
    table.show_rows(rows)
    table.select_key("210715-0005")
    with qtbot.waitSignal(table.picked) as heard:
        table.show_rows([row for row in rows if row.key != "210715-0005"])
    assert heard.args == ["210715-0006"]


def test_enter_opens_the_row(qtbot: QtBot, table: RowsTable) -> None:
    table.show_rows(queue_rows())
    press_key(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as heard:
        press_key(table, Qt.Key.Key_Return, "\r")
    assert heard.args == ["210715-0002"]


def test_pages_are_asked_for_by_key_and_late_ones_dropped(qtbot: QtBot, table: RowsTable) -> None:
    rows = queue_rows()
    table.show_rows(rows[:5], complete=False)
    old = table.rows.edition
    assert table.rows.canFetchMore(table.rootIndex())
    with qtbot.waitSignal(table.rows.more_wanted) as asked:
        table.rows.fetchMore(table.rootIndex())
    assert asked.args == [old, "210715-0005"]
    assert not table.rows.canFetchMore(table.rootIndex())
    assert table.rows.append(rows[5:10], edition=old, complete=False)
    new = table.rows.next_edition()
    assert not table.rows.append(rows[10:], edition=old, complete=True)
    assert table.rows.rowCount() == 10
    table.show_rows(rows[:1], edition=new)
    table.show_rows(rows, edition=old)
    assert table.rows.rowCount() == 1


def test_a_row_is_one_sentence_to_a_reader(table: RowsTable) -> None:
    row = Row("1", tuple(Cell(str(n)) for n in range(len(COLUMNS))), "Quá hạn, Lương Ỷ Vỹ")
    table.show_rows([row])
    index = table.rows.index(0, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Quá hạn, Lương Ỷ Vỹ"


def test_a_preview_turns_its_pages_and_asks_for_sharp_ones(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    with qtbot.waitSignal(preview.wanted) as wanted:
        preview.resize(380, 432)
        preview.show()
    preview.show_pages([sheet(), sheet()])
    assert wanted.args is not None
    assert 0 < wanted.args[0] <= 364
    with qtbot.waitSignal(preview.turned):
        press_key(preview, Qt.Key.Key_PageDown)
    assert preview.index() == 1
    press_key(preview, Qt.Key.Key_PageDown)
    assert preview.index() == 1
    preview.show_pages([sheet()])
    assert preview.index() == 0
    preview.show_message("Chưa có gì để xem.")
    assert preview.count() == 0


def test_fields_are_copied_one_by_one_in_an_order_that_can_be_set(qtbot: QtBot) -> None:
    panel = CopyPanel()
    qtbot.addWidget(panel)
    panel.resize(380, 400)
    bring_up(panel)
    panel.show_fields([("Số định danh", "030185004417"), ("Họ và tên", "Nguyễn Thị Đường")])
    for expected in ("030185004417", "Nguyễn Thị Đường", "030185004417"):
        with qtbot.waitSignal(panel.copied):
            panel.copy_next()
        assert QGuiApplication.clipboard().text() == expected
    panel.lines.select_key("1")
    with qtbot.waitSignal(panel.reordered) as heard:
        press_key(panel.lines, Qt.Key.Key_Up, "", Qt.KeyboardModifier.AltModifier)
    assert heard.args == [["Họ và tên", "Số định danh"]]
    type_text(panel.official_code.edit, "000.00.16.H23-210715-0001")
    with qtbot.waitSignal(panel.official_code_given) as code:
        press_key(panel.official_code.edit, Qt.Key.Key_Return, "\r")
    assert code.args == ["000.00.16.H23-210715-0001", ""]
    assert spoken_name(panel.lines) == "Các ô để chép"
