import { type Distribution, distributionChart } from '../../../src/platform/charts/distribution';
import { type Profile, profileChart } from '../../../src/platform/charts/profile';
import { type Progress, progressChart } from '../../../src/platform/charts/progress';

/** Every chart with few, usual and extreme data. */
export const SAMPLES: Record<string, string> = {
  'distribution-none': distributionChart(distribution('d0', [], [])),
  'distribution-none-but-cuts': distributionChart(distribution('d1', [], [cut(9000, 'Bằng khen')])),
  'distribution-one': distributionChart(distribution('d2', [8750], [cut(8000, 'Giấy khen')])),
  'distribution-usual': distributionChart(
    distribution(
      'd3',
      [9500, 9350, 9150, 9050, 8700, 8700, 7200, 9300, 9300, 9250, 9000, 8600, 8500, 6700, 6800],
      [
        cut(9000, 'Sàn Bằng khen'),
        cut(9150, 'Bằng khen'),
        cut(8000, 'Sàn Giấy khen'),
        cut(8700, 'Giấy khen'),
      ],
    ),
  ),
  'distribution-many': distributionChart(
    distribution(
      'd4',
      Array.from({ length: 10_000 }, (_, at) => 10_000 - Math.round(((at * 7919) % 10_000) ** 1.2 / 12)),
      [
        cut(9999, 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho tập thể và cá nhân tiêu biểu xuất sắc'),
        cut(9999, 'Giấy khen'),
        cut(-5000, 'Điểm liệt'),
        cut(2500, 'Sàn chung của tất cả các đơn vị trực thuộc'),
        cut(2600, 'Ngay bên cạnh'),
      ],
    ),
  ),
  'profile-none': profileChart(profile('p0', [])),
  'profile-usual': profileChart(
    profile('p1', [
      ['a. Thực hiện tốt công tác tham mưu ban hành văn bản, kế hoạch triển khai', 2000, 1850, 1700],
      ['b. Tuyên truyền; thực hiện có hiệu quả các nhiệm vụ chuyên môn', 2000, 1600, 1600],
      ['c. Quản lý, sử dụng có hiệu quả nguồn lực', 2000, 2000, 1550],
      ['d. Nghiên cứu, đề xuất giải pháp, sáng kiến', 2000, 1250, 1875],
      ['đ. Cải cách hành chính', 2000, 0, 1900],
    ]),
  ),
  'profile-extreme': profileChart(
    profile('p2', [
      ['KHÔNG CÓ KHOẢNG TRẮNG'.replaceAll(' ', '').repeat(8), 1_000_000, 999_999, 1],
      ['Đúng bằng trung vị và bằng không', 50, 0, 0],
      ['Đúng bằng mức tối đa', 50, 50, 50],
      ['Không áp dụng', 1000, null, 500],
      ['Chưa có trung vị', 1000, 5, null],
      ['<b>“Dấu” & dấu</b>', 0, 0, null],
      ['Điểm thưởng vượt mức tối đa', 100, 250, -5],
    ]),
  ),
  'progress-none': progressChart(progress('g0', [])),
  'progress-usual': progressChart(
    progress('g1', [
      ['Văn phòng Sở', [0, 2, 1, 4]],
      ['Phòng Quản lý công nghệ và Đổi mới sáng tạo', [1, 1, 0, 2]],
      ['Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh Hưng Yên', [3, 0, 0, 0]],
      ['Chi cục Tiêu chuẩn Đo lường Chất lượng', [0, 0, 0, 0]],
      ['Phòng Chuyển đổi số', [0, 0, 2, 1]],
    ]),
  ),
  'progress-extreme': progressChart({
    ...progress('g2', [
      ['Ủy ban nhân dân xã'.repeat(6), [2500, 1, 1, 1, 1, 1, 1, 1]],
      ['Một', [0, 0, 0, 0, 0, 0, 0, 1]],
      ['Đều nhau', [300, 301, 302, 303, 304, 305, 306, 307]],
    ]),
    states: [
      'Bản nháp',
      'Chờ xem xét',
      'Trả lại để bổ sung, hoàn thiện',
      'Đã tiếp nhận',
      'Đã thẩm định',
      'Trình hội đồng',
      'Đã quyết định',
      'Tạm dừng chờ kết luận của cơ quan có thẩm quyền',
    ],
  }),
};

function distribution(id: string, scores: number[], cuts: Distribution['cuts']): Distribution {
  return {
    id,
    title: 'Phân bố điểm của tập thể',
    description: 'Số đề nghị theo khoảng điểm, với mức điểm của từng hình thức khen thưởng.',
    scores,
    cuts,
    words: { axis: 'Điểm', under: 'dưới', none: 'Chưa có đề nghị nào được chấm điểm' },
  };
}

function cut(at: number, name: string) {
  return { at, label: `${name}: ${at / 100}` };
}

function profile(id: string, rows: [string, number, number | null, number | null][]): Profile {
  return {
    id,
    title: 'Điểm từng tiêu chí so với nhóm',
    description: 'Điểm của đề nghị này cạnh trung vị của nhóm, mỗi tiêu chí theo thang riêng.',
    criteria: rows.map(([label, max, nominee, median]) => ({ label, max, nominee, median })),
    words: {
      nominee: 'Đề nghị này',
      median: 'Trung vị của nhóm',
      max: 'Điểm tối đa',
      none: 'không áp dụng',
    },
  };
}

function progress(id: string, units: [string, number[]][]): Progress {
  return {
    id,
    title: 'Tiến độ theo đơn vị',
    description: 'Số đề nghị của từng đơn vị theo trạng thái.',
    states: ['Đã tiếp nhận', 'Chờ xem xét', 'Trả lại', 'Bản nháp'],
    units: units.map(([name, counts]) => ({ name, counts })),
    words: { none: 'Chưa có đề nghị' },
  };
}
