using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PaperWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "wording",
                table: "report",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "paper_words",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    sign = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    post = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    signer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    on_behalf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    recipients = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    opening = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    closing = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_words", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_words_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_paper_words_organisation_id",
                table: "paper_words",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_paper_words_campaign_organisation",
                table: "paper_words",
                columns: new[] { "campaign_id", "organisation_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "paper_words");

            migrationBuilder.DropColumn(
                name: "wording",
                table: "report");
        }
    }
}
