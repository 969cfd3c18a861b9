using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.People.Import;

/// <summary>What the columns of a file of people are called.</summary>
internal static class PersonColumns
{
    /// <summary>The number of somebody who is there already.</summary>
    public const string Record = "record";

    /// <summary>Marked where somebody is another person than the one who is like him.</summary>
    public const string Another = "another";

    public static readonly IReadOnlyList<string> Required = [PersonFields.FullName, PersonFields.BirthDate, PersonFields.Sex];

    public static readonly FileColumns Known = new(
        [Record, PersonFields.Organisation, .. PersonFields.All, Another],
        (Record, ["số hồ sơ"]),
        (PersonFields.Organisation, ["mã tổ chức", "mã đơn vị"]),
        (PersonFields.FullName, ["họ và tên", "họ tên"]),
        (PersonFields.FamilyName, ["họ"]),
        (PersonFields.GivenName, ["tên"]),
        (PersonFields.BirthDate, ["ngày sinh", "năm sinh", "ngày, tháng, năm sinh", "ngày tháng năm sinh"]),
        (PersonFields.Sex, ["giới tính"]),
        (PersonFields.Ethnicity, ["dân tộc"]),
        (PersonFields.JoinedOn, ["ngày vào", "ngày vào đảng", "ngày vào đoàn", "ngày kết nạp"]),
        (PersonFields.OfficialOn, ["ngày chính thức"]),
        (PersonFields.Schooling, ["giáo dục phổ thông", "trình độ văn hóa", "học vấn"]),
        (PersonFields.Degree, ["trình độ chuyên môn", "chuyên môn", "học vị"]),
        (PersonFields.DegreeField, ["ngành", "chuyên ngành"]),
        (PersonFields.Theory, ["lý luận chính trị", "trình độ lý luận chính trị"]),
        (PersonFields.Posts, ["chức vụ", "chức vụ, đơn vị công tác"]),
        (Another, ["người khác"])
    );

    /// <summary>More rows are no list of people that anybody checks.</summary>
    public static readonly NamedTable Table = new(Known, Required, 20_000, "people-rows");

    /// <summary>Why a file is refused, in words.</summary>
    public static string Why(FileFault fault, Texts t) =>
        t[
            fault.Why,
            [
                .. fault.Values.Select(value =>
                    value is IReadOnlyList<string> fields
                        ? string.Join(", ", fields.Select(field => PersonWords.Label(field, t)))
                        : value
                ),
            ]
        ];
}
