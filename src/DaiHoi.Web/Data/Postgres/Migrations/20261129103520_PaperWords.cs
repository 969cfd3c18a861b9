using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
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
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "paper_words",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sign = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    signer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    on_behalf = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    recipients = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    opening = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    closing = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
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
