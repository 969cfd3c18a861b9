using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Checklists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                table: "congress",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "entry_days",
                table: "campaign_level",
                type: "integer",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.CreateTable(
                name: "checklist_item",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    responsible = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    evidence_wanted = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklist_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_checklist_item_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "released_dashboard",
                columns: table => new
                {
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    released_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    released_by_id = table.Column<long>(type: "bigint", nullable: false),
                    released_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_dashboard", x => new { x.campaign_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_released_dashboard_campaign_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaign",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_released_dashboard_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checklist_mark",
                columns: table => new
                {
                    congress_id = table.Column<long>(type: "bigint", nullable: false),
                    item_id = table.Column<long>(type: "bigint", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by_id = table.Column<long>(type: "bigint", nullable: true),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklist_mark", x => new { x.congress_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_checklist_mark_checklist_item_item_id",
                        column: x => x.item_id,
                        principalTable: "checklist_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_checklist_mark_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_file",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    congress_id = table.Column<long>(type: "bigint", nullable: false),
                    event_id = table.Column<long>(type: "bigint", nullable: true),
                    item_id = table.Column<long>(type: "bigint", nullable: true),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_picture = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    added_on = table.Column<DateOnly>(type: "date", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by_id = table.Column<long>(type: "bigint", nullable: false),
                    added_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    taken_back_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    taken_back_why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_file_checklist_item_item_id",
                        column: x => x.item_id,
                        principalTable: "checklist_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_file_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_file_congress_event_event_id",
                        column: x => x.event_id,
                        principalTable: "congress_event",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_congress_day",
                table: "congress",
                columns: new[] { "campaign_id", "level", "status", "day" },
                filter: "day is not null");

            migrationBuilder.CreateIndex(
                name: "ix_checklist_item_campaign_level",
                table: "checklist_item",
                columns: new[] { "campaign_id", "level" });

            migrationBuilder.CreateIndex(
                name: "ix_checklist_mark_item_id",
                table: "checklist_mark",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_file_congress",
                table: "evidence_file",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_file_event_id",
                table: "evidence_file",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_file_item_id",
                table: "evidence_file",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_released_dashboard_organisation_id",
                table: "released_dashboard",
                column: "organisation_id");

            // What was recorded before the column came.
            migrationBuilder.Sql(
                """
                update congress set day = coalesce(
                    (
                        select e.effective_on from congress_event e
                        where e.congress_id = congress.id and e.status = 'Held' and e.withdrawn_on is null
                            and congress.status in ('Held', 'ResultReported', 'Ratified')
                        order by e.effective_on desc, e.recorded_on desc, e.id desc limit 1
                    ),
                    (
                        select e.planned_on from congress_event e
                        where e.congress_id = congress.id and e.planned_on is not null and e.withdrawn_on is null
                        order by e.effective_on desc, e.recorded_on desc, e.id desc limit 1
                    )
                );
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "checklist_mark");

            migrationBuilder.DropTable(
                name: "evidence_file");

            migrationBuilder.DropTable(
                name: "released_dashboard");

            migrationBuilder.DropTable(
                name: "checklist_item");

            migrationBuilder.DropIndex(
                name: "ix_congress_day",
                table: "congress");

            migrationBuilder.DropColumn(
                name: "day",
                table: "congress");

            migrationBuilder.DropColumn(
                name: "entry_days",
                table: "campaign_level");
        }
    }
}
