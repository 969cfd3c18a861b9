using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FigureCitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "figure_citation",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    figure = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    numerator = table.Column<long>(type: "bigint", nullable: false),
                    denominator = table.Column<long>(type: "bigint", nullable: true),
                    last_event_id = table.Column<long>(type: "bigint", nullable: false),
                    cited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    cited_by_id = table.Column<long>(type: "bigint", nullable: true),
                    cited_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    behind = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_citation", x => x.id);
                    table.ForeignKey(
                        name: "fk_figure_citation_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_figure_citation_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_figure_citation_campaign_id",
                table: "figure_citation",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_figure_citation_organisation_id",
                table: "figure_citation",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_figure_citation_key",
                table: "figure_citation",
                column: "key",
                unique: true);

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "figure_citation");

        }
    }
}
