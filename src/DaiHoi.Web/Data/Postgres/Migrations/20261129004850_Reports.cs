using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "paper_number",
                columns: table => new
                {
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    symbol = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    series = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    paper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    reserved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_number", x => new { x.organisation_id, x.symbol, x.series, x.number });
                    table.CheckConstraint("ck_paper_number_from_one", "number >= 1");
                    table.ForeignKey(
                        name: "fk_paper_number_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_task",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    owner = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    partners = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    report_id = table.Column<long>(type: "bigint", nullable: true),
                    set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    set_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    done_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_task", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_task_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_template",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    cadence = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_template", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_template_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_period",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    template_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    opened_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_period", x => x.id);
                    table.CheckConstraint("ck_report_period_in_order", "from_day <= until_day");
                    table.ForeignKey(
                        name: "fk_report_period_report_template_template_id",
                        column: x => x.template_id,
                        principalTable: "report_template",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_section",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    template_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    hint = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    figures = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    level = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_section", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_section_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_section_report_template_template_id",
                        column: x => x.template_id,
                        principalTable: "report_template",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    period_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    submitted_by_id = table.Column<long>(type: "bigint", nullable: true),
                    submitted_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    correction = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_report_period_period_id",
                        column: x => x.period_id,
                        principalTable: "report_period",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_due",
                columns: table => new
                {
                    period_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_due", x => new { x.period_id, x.level });
                    table.ForeignKey(
                        name: "fk_report_due_report_period_period_id",
                        column: x => x.period_id,
                        principalTable: "report_period",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_comment",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    part_id = table.Column<long>(type: "bigint", nullable: true),
                    passage_id = table.Column<long>(type: "bigint", nullable: true),
                    quote = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<long>(type: "bigint", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_comment", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_comment_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_part",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    section_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    data = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_part", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_part_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_part_report_section_section_id",
                        column: x => x.section_id,
                        principalTable: "report_section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<long>(type: "bigint", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_step_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_passage",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    part_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<long>(type: "bigint", nullable: false),
                    written_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    origin_id = table.Column<long>(type: "bigint", nullable: true),
                    origin_name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_passage", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_passage_report_part_part_id",
                        column: x => x.part_id,
                        principalTable: "report_part",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_passage_report_passage_origin_id",
                        column: x => x.origin_id,
                        principalTable: "report_passage",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_paper_number_paper",
                table: "paper_number",
                column: "paper",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_organisation",
                table: "report",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_report_period_organisation_edition",
                table: "report",
                columns: new[] { "period_id", "organisation_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_comment_report",
                table: "report_comment",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_part_section",
                table: "report_part",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ux_report_part_report_section",
                table: "report_part",
                columns: new[] { "report_id", "section_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_passage_origin_id",
                table: "report_passage",
                column: "origin_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_passage_part",
                table: "report_passage",
                column: "part_id");

            migrationBuilder.CreateIndex(
                name: "ux_report_passage_part_origin",
                table: "report_passage",
                columns: new[] { "part_id", "origin_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_period_template_until",
                table: "report_period",
                columns: new[] { "template_id", "until_day" });

            migrationBuilder.CreateIndex(
                name: "ix_report_section_organisation_id",
                table: "report_section",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_section_template",
                table: "report_section",
                column: "template_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_step_report",
                table: "report_step",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_task_organisation",
                table: "report_task",
                columns: new[] { "campaign_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_report_task_organisation_id",
                table: "report_task",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_template_campaign",
                table: "report_template",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_template_organisation_id",
                table: "report_template",
                column: "organisation_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "paper_number");

            migrationBuilder.DropTable(
                name: "report_comment");

            migrationBuilder.DropTable(
                name: "report_due");

            migrationBuilder.DropTable(
                name: "report_passage");

            migrationBuilder.DropTable(
                name: "report_step");

            migrationBuilder.DropTable(
                name: "report_task");

            migrationBuilder.DropTable(
                name: "report_part");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "report_section");

            migrationBuilder.DropTable(
                name: "report_period");

            migrationBuilder.DropTable(
                name: "report_template");
        }
    }
}
