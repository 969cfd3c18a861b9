using DaiHoi.Web.Data;

namespace DaiHoi.Web.CommandLine;

/// <summary>One clear line, in both languages, for each reason why the program cannot work with its data.</summary>
internal static class SetupMessages
{
    public static string Of(SetupException problem) =>
        problem.Problem switch
        {
            SetupProblem.FolderNotWritable =>
                $"Không ghi được vào thư mục dữ liệu «{problem.Detail}» / The data folder cannot be written: {problem.Detail}",
            SetupProblem.CannotOpen =>
                $"Không mở được cơ sở dữ liệu / The database cannot be opened: {problem.Detail.ReplaceLineEndings(" ")}",
            SetupProblem.NewerVersion =>
                $"Cơ sở dữ liệu thuộc phiên bản mới hơn của DaiHoi ({problem.Detail}); hãy cập nhật chương trình / "
                    + "The database belongs to a newer version of DaiHoi: update the program",
            _ => throw new InvalidOperationException(problem.Problem.ToString()),
        };
}
